using System.Net;
using System.Text.Json;
using Community.Governance;
using Community.Spaces;
using Community.Web.Tests.Gate;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community.Web.Tests.Running;

/// <summary>The log says what happened and repeats nothing that somebody typed.</summary>
public sealed class LogTests : IAsyncLifetime
{
    const string Canary = "cassowary";

    readonly CapturedLog log = new();
    readonly RunningSite site;

    public LogTests() => site = new RunningSite
    {
        Configure = builder =>
        {
            builder.Services.Configure<MvcOptions>(options => options.Filters.Add(new BreakingFilter()));
            builder.Services.AddSingleton<ILoggerProvider>(log);
        },
    };

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Nothing_that_was_typed_stands_in_it_whatever_becomes_of_it()
    {
        await site.Verb<MakeSpace>().Run(null, "desk", "Desk", "", Tier.Institution);
        using var visitor = site.Visitor();
        using var member = await site.SignedIn(Canary + " Person");
        visitor.DefaultRequestHeaders.Add("Authorization", "Bearer " + Canary);
        visitor.DefaultRequestHeaders.Add("User-Agent", Canary);
        await visitor.PostForm("/sign-in", [("email", Canary + "@library.example"), ("password", Canary)]);
        await visitor.PostForm("/reset", [("email", Canary + ".person@library.example")]);
        await visitor.PostForm("/sign-up", [("name", Canary), ("email", Canary + "@elsewhere.example"), ("password", Canary + " and a long password")]);
        foreach (var path in new[] { $"/{Canary}", $"/link/{Canary}", $"/search?q={Canary}", $"/tags/{Canary}", $"/people/1/{Canary}", $"/sign-in?return=/{Canary}", $"/sign-in?break=here&x={Canary}", $"/sign-in?break=everywhere&x={Canary}", $"/threads/1/{Canary}" })
        {
            await visitor.GetAsync(new Uri(path, UriKind.Relative));
            await member.GetAsync(new Uri(path, UriKind.Relative));
        }

        (string, string)[] Post(string title) => [("Space", "desk"), ("Title", title), ("Body", "About " + Canary), ("Tags", Canary)];
        Assert.Equal(HttpStatusCode.SeeOther, (await member.PostForm("/new/thread", Post(Canary))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await member.PostForm("/new/thread", Post(string.Concat(Enumerable.Repeat(Canary, 50))))).StatusCode);
        await member.PostBare("/new/thread", Post(Canary));
        await member.PostBare($"/new/{Canary}", Post(Canary));
        using var odd = new HttpRequestMessage(new HttpMethod("CASSOWARY"), new Uri("/", UriKind.Relative));
        await visitor.SendAsync(odd);

        Assert.True(log.Lines.Count > 30);
        Assert.Contains(log.Lines, line => line.Contains("\"Route\":\"/search\"", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("InvalidOperationException", StringComparison.Ordinal));
        foreach (var word in new[] { Canary, "secret-in-the-message", "127.0.0.1" })
            Assert.DoesNotContain(log.Lines, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void What_is_logged_is_what_the_test_above_reads()
    {
        site.Services.GetRequiredService<ILogger<LogTests>>().LogWarning(new FormatException($"The text '{Canary}' is no number."), "Of {Word}", Canary);

        var line = Assert.Single(log.Lines, line => line.Contains(Canary, StringComparison.Ordinal));
        Assert.Contains("System.FormatException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("is no number", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_on_an_error_page_is_in_the_answers_header_and_in_every_line_of_its_request()
    {
        using var browser = await site.SignedIn();

        var answer = await browser.GetAsync(new Uri("/sign-in?break=here", UriKind.Relative));

        var id = answer.Headers.GetValues("X-Correlation-ID").Single();
        Assert.Contains(id, await answer.Text(), StringComparison.Ordinal);
        var lines = log.Lines.Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.TryGetProperty("correlation", out var of) && of.GetString() == id).ToList();
        Assert.Contains(lines, line => line.GetProperty("level").GetString() == "error" && line.GetProperty("error").GetString()!.Contains("BreakingFilter", StringComparison.Ordinal));
        var answered = lines.Single(line => line.GetProperty("category").GetString() == "Community.Web.Running.RequestLog").GetProperty("values");
        Assert.Equal(("GET", "/sign-in", 500, site.AdministratorId), (answered.GetProperty("Method").GetString(), answered.GetProperty("Route").GetString(), answered.GetProperty("Status").GetInt32(), answered.GetProperty("PersonId").GetInt64()));
    }

}
