using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Community.Web.Api;

/// <summary>Says what the whole API is.</summary>
sealed class DescribedDocument : IOpenApiDocumentTransformer
{
    static readonly (string Name, string Description)[] Tags =
    [
        ("Spaces", "Communities of practice."),
        ("Topics", "Threads, questions and practice notes."),
        ("Posts", "Openings, replies, answers and comments, with their votes and revisions."),
        ("Notes", "Practice notes: what they were made of, what leads to them, and as Markdown."),
        ("Asking", "Whom a question asks to answer it, and the promise that runs on it."),
        ("Answering", "For whom an answer also worked, and who else has a question."),
        ("Suggestions", "Changes to a note, proposed by those who read it and decided by those who keep it."),
        ("Bench", "Your own distil bench: passages of posts, and the note that they become."),
        ("Reports", "Whether notes and answers worked."),
        ("Trials", "What is tried, and what became of it."),
        ("Playbooks", "What to do when something comes that is better not answered alone, and where it was done."),
        ("Paths", "Paths for newcomers, with your own progress."),
        ("Glossary", "What words mean."),
        ("Search", "Topics, people who know, and topics like a draft."),
        ("Events", "What happened, in order."),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Community",
            Version = "1",
            Description = "What a program may do for a person, with that person's rights: what the person may not see is 404, like what does not exist.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        // Where the site itself is: the description is the same everywhere.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [BearerToken.SchemeName] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal token, made on the account page." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerToken.SchemeName, document)] = [] }];
        return Task.CompletedTask;
    }
}
