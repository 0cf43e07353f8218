using Community.Governance;
using Community.Notes.Bench;
using Community.Notes.Writing;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Topics;
using Community.Web.Asking;
using Community.Web.Frame;
using Community.Web.Search;

namespace Community.Web.Topics;

/// <summary>A topic as it is typed.</summary>
public sealed record TopicForm : Composed, ITypedText
{
    readonly string body = "";

    public string Space { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Of a note's form, put together from its fields.</summary>
    public string Body { get => Headings.Length > 0 ? Sections.Text() : body; init => body = value ?? ""; }

    /// <summary>Of a note's form: what it is for, and what stands under each of its headings.</summary>
    public string? Purpose { get; init; }

    public string?[] Headings { get; init; } = [];

    public string?[] Probes { get; init; } = [];

    /// <summary>See <see cref="NoteShape"/>.</summary>
    public string? Shape { get; init; }

    /// <summary>The fields of a note's form: as they were typed, as the text has them, or empty.</summary>
    internal NoteSections Sections => Headings.Length > 0 ? NoteSections.OfFields(Purpose, Headings, Probes)
        : NoteSections.Of(body) is { Sections.Count: > 0 } written ? written : NoteSections.Of(body).In(NoteSkeleton.Headings);

    /// <summary>Subjects with commas between them.</summary>
    public string Tags { get; init; } = "";

    /// <summary>Of a question: of whom it is asked, and the names that were typed.</summary>
    public AskedWhom Asked { get; init; }

    /// <summary>Of a question: without the asker's name.</summary>
    public bool Masked { get; init; }

    public string? First { get; init; }

    public string? Second { get; init; }

    /// <summary>Of a question: by which day it needs an answer, as it was typed, and why.</summary>
    public string? NeededBy { get; init; }

    public string? NeedReason { get; init; }

    internal NeededBy? Needed => Community.Questions.Promise.NeededBy.Of(IsoDay.Parse(NeededBy, nameof(NeededBy)), NeedReason);

    public ITypedText With(string body) => this with { Body = body, Headings = [] };

    public IReadOnlyList<string> TagList => TagWords.Of(Tags);
}

/// <summary>Subjects as they are typed.</summary>
public static class TagWords
{
    public static IReadOnlyList<string> Of(string? typed) => (typed ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>The page for writing something new.</summary>
/// <param name="SavedAt">When the draft of this kind was saved, if there is one.</param>
/// <param name="HasOtherDraft">The address brought a text along, so that the draft is not shown.</param>
public sealed record ComposePage(TopicKind Kind, TopicForm Form, IReadOnlyList<SpaceChoice> Spaces, IReadOnlyList<string> KnownTags, DateTime? SavedAt = null, bool HasOtherDraft = false)
{
    /// <summary>The fields of a note's form; null where it is one text.</summary>
    public NoteSections? Sections { get; init; }

    public IReadOnlyList<TemplateChoice> Templates { get; init; } = [];

    /// <summary>What the chosen space promises to those who ask; null where it promises nothing.</summary>
    public SpacePromiseView? Promise { get; init; }

    /// <summary>Of a question with a title: what is there already.</summary>
    public SimilarPart? Similar { get; init; }
}

/// <summary>A space's template that a note can begin with.</summary>
public sealed record TemplateChoice(long Id, string Name, string Space);

/// <summary>A space that one may write in.</summary>
public sealed record SpaceChoice(string Slug, string Name, Tier Tier);
