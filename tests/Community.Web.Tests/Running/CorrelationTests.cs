using System.Net;
using System.Text.Json;
using Community.Experts;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Api;
using Community.Web.Tests.Gate;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community.Web.Tests.Running;

/// <summary>Whatever goes wrong has one number: in the answer, in its header, and in the log.</summary>
public sealed class CorrelationTests : IAsyncLifetime
{
    const string Secret = "secret-in-the-message";

    readonly CapturedLog log = new();
    readonly RunningSite site;

    public CorrelationTests() => site = new RunningSite
    {
        Configure = builder =>
        {
            builder.Services.Configure<MvcOptions>(options => options.Filters.Add(new BreakingFilter()));
            builder.Services.AddScoped<WhoKnows>(_ => throw new InvalidOperationException(Secret));
            builder.Services.AddSingleton<ILoggerProvider>(log);
        },
    };

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("GET", "/sign-in?break=here", 500)]
    [InlineData("GET", "/sign-in?break=everywhere", 500)]
    [InlineData("GET", "/no/such/page", 404)]
    [InlineData("GET", "/threads/987654321", 404)]
    [InlineData("POST", "/posts/{post}/withdraw", 403)]
    [InlineData("POST", "/topics/{topic}/close", 409)]
    [InlineData("POST", "/account/profile", 400)]
    [InlineData("PUT", "/sign-in", 405)]
    [InlineData("GET", "/api/v1/experts?q=binding", 500)]
    [InlineData("GET", "/api/v1/posts/987654321", 404)]
    [InlineData("DELETE", "/api/v1/posts/{post}", 403)]
    [InlineData("GET", "/api/v1/topics?limit=x", 400)]
    [InlineData("GET", "/api/v1/topics?limit=0", 422)]
    [InlineData("PATCH", "/api/v1/topics", 405)]
    public async Task What_went_wrong_shows_the_number_that_the_log_has_and_gives_nothing_away(string method, string path, int status)
    {
        var (topic, post) = await Closed();
        using var browser = await site.SignedIn("Cora Number");
        using var program = await site.Program(await site.Person("Cora Number"));
        var isApi = path.StartsWith("/api", StringComparison.Ordinal);
        var address = new Uri(path.Replace("{post}", $"{post}", StringComparison.Ordinal).Replace("{topic}", $"{topic}", StringComparison.Ordinal), UriKind.Relative);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        // Without a token only where that is what goes wrong.
        if (method == "POST" && status != 400) request.Content = new FormUrlEncodedContent([new("outcome", "Nothing"), new("reason", "Done."), new("__RequestVerificationToken", await browser.Token())]);

        var answer = await (isApi ? program : browser).SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        var (id, text) = (answer.Headers.GetValues("X-Correlation-ID").Single(), await answer.Text());
        Assert.Contains(id, text, StringComparison.Ordinal);
        if (isApi) Assert.Equal(id, JsonDocument.Parse(text).RootElement.GetProperty("correlation").GetString());
        foreach (var word in new[] { Secret, "Exception", "   at ", ".cs:", "SELECT ", site.Data.Path }) Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        var lines = log.Lines.Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.TryGetProperty("correlation", out var of) && of.GetString() == id).ToList();
        Assert.Equal(status, lines.Single(line => line.GetProperty("category").GetString() == "Community.Web.Running.RequestLog").GetProperty("values").GetProperty("Status").GetInt32());
        Assert.Equal(status == 500, lines.Exists(line => line.GetProperty("level").GetString() == "error"));
    }

    [Fact]
    public async Task Without_a_session_what_is_not_there_has_its_number_in_the_header_alone()
    {
        using var visitor = site.Visitor();

        var answer = await visitor.GetAsync(new Uri("/no/such/page", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var id = answer.Headers.GetValues("X-Correlation-ID").Single();
        Assert.DoesNotContain(id, await answer.Text(), StringComparison.Ordinal);
        Assert.Contains(log.Lines, line => line.Contains(id, StringComparison.Ordinal));
    }

    /// <summary>A topic by somebody else that Cora may close, and that is closed already.</summary>
    async Task<(long Topic, long Post)> Closed()
    {
        var cora = await site.Person("Cora Number");
        await site.Verb<MakeSpace>().Run(null, "desk", "Desk", "", Tier.Institution);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "desk", cora, true);
        var topic = await site.Verb<StartTopic>().Run(site.AdministratorId, "desk", TopicKind.Thread, "Closed", "It is closed.", []);
        await site.Verb<CloseTopic>().Run(site.AdministratorId, topic, Outcome.Nothing, "Done.");
        return (topic, await site.Store.Read(db => Task.FromResult(db.Posts.Single(p => p.TopicId == topic).Id)));
    }
}
