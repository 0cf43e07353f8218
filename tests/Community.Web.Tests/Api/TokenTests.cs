using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Community.People;
using Community.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Community.Web.Tests.Api;

/// <summary>Tokens: made and shown once, used, revoked, and never written anywhere.</summary>
public sealed partial class TokenTests(ApiVillage village) : IClassFixture<ApiVillage>
{
    [Fact]
    public async Task A_token_is_shown_once_stored_hashed_used_and_revoked()
    {
        using var browser = await village.Site.SignedIn("Tina Token");
        var made = await browser.PostForm("/account/tokens", [("tokenName", "My script")], on: "/account");
        var secret = Secret().Match(await made.Text()).Groups[1].Value;
        Assert.Equal((HttpStatusCode.OK, 43), (made.StatusCode, secret.Length));
        var page = await browser.Page("/account");
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        Assert.Contains("My script", page, StringComparison.Ordinal);
        Assert.Contains("not yet", page, StringComparison.Ordinal);

        using var program = village.Site.Visitor();
        program.DefaultRequestHeaders.Add("Authorization", "Bearer " + secret);
        Assert.Equal(200, (await program.Read("spaces")).Status);
        var personId = await village.Site.Person("Tina Token");
        var token = await Seen(personId);
        Assert.NotNull(token.SeenAt);
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)), token.SecretHash);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm($"/account/tokens/{token.Id}/revoke", [], on: "/account")).StatusCode);
        (await program.Read("spaces")).Problem(401);
        Assert.DoesNotContain("My script", await browser.Page("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_a_name_is_refused_with_a_sentence_and_somebody_elses_is_not_there()
    {
        using var browser = await village.Site.SignedIn("Nora Nameless");
        var refused = await browser.PostForm("/account/tokens", [("tokenName", " ")], on: "/account");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("A token's name has 1 to 100 characters.", await refused.Text(), StringComparison.Ordinal);

        var others = await village.Site.Store.Read(db => db.ApiTokens.Where(t => t.EndedAt == null).Select(t => t.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostForm($"/account/tokens/{others}/revoke", [], on: "/account")).StatusCode);
    }

    [Fact]
    public async Task It_ends_when_the_account_is_closed_and_stays_ended_when_it_is_opened_again()
    {
        var person = await village.Site.Person("Clara Closed");
        using var program = await village.Site.Program(person);
        Assert.Equal(200, (await program.Read("spaces")).Status);

        await village.Site.Verb<ClosePerson>().Run(village.Site.AdministratorId, person);
        (await program.Read("spaces")).Problem(401);
        await village.Site.Verb<ReopenPerson>().Run(village.Site.AdministratorId, person);
        (await program.Read("spaces")).Problem(401);
    }

    [Fact]
    public async Task The_command_prints_the_token_and_nothing_else()
    {
        await village.Site.Person("Carl Command");
        var (before, output) = (Console.Out, new StringWriter());
        Console.SetOut(output);
        try
        {
            Assert.Equal(0, await CommandLine.Build().Parse(["token", "add", RunningSite.EmailOf("Carl Command").ToUpperInvariant(), "--name", "cron", "--data", village.Site.Data.Path]).InvokeAsync());
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Matches("^[A-Za-z0-9_-]{43}\r?\n$", output.ToString());
        using var program = village.Site.Visitor();
        program.DefaultRequestHeaders.Add("Authorization", "bearer " + output.ToString().Trim());
        Assert.Equal(200, (await program.Read("spaces")).Status);
    }

    [Theory]
    [InlineData("header", null, HttpStatusCode.SwitchingProtocols)]
    [InlineData("address", null, HttpStatusCode.SwitchingProtocols)]
    [InlineData("header", "own", HttpStatusCode.SwitchingProtocols)]
    [InlineData("header", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("address", "null", HttpStatusCode.Forbidden)]
    [InlineData("wrong", null, HttpStatusCode.Unauthorized)]
    public async Task The_live_hub_takes_a_token(string way, string? origin, HttpStatusCode status)
    {
        var secret = await village.Site.Verb<MakeToken>().Run(village.IdOf("mia"), "live");
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (way == "header") socket.Options.SetRequestHeader("Authorization", "Bearer " + secret);
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin == "own" ? village.Site.Address.GetLeftPart(UriPartial.Authority) : origin);
        try
        {
            await socket.ConnectAsync(new Uri($"ws://{village.Site.Address.Authority}/live" + (way switch { "address" => "?access_token=" + secret, "wrong" => "?access_token=x" + secret, _ => "" })), TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        Assert.Equal(status, socket.HttpStatusCode);
    }

    [Fact]
    public async Task A_line_that_came_in_by_a_token_is_cut_within_five_seconds_of_its_end()
    {
        var person = await village.Site.Person("Lena Line");
        var secret = await village.Site.Verb<MakeToken>().Run(person, "live");
        using var socket = await Line(secret);

        var id = await village.Site.Store.Read(db => db.ApiTokens.Where(t => t.PersonId == person).Select(t => t.Id).SingleAsync());
        await village.Site.Verb<RevokeToken>().Run(person, id);

        await Ended(socket).WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("is closed")]
    [InlineData("is closed and opened again")]
    public async Task Line_and_calls_by_token_end_within_five_seconds_of_the_account(string what)
    {
        var person = await village.Site.Person("Tokened who " + what);
        var secret = await village.Site.Verb<MakeToken>().Run(person, "live");
        using var program = village.Site.Visitor();
        program.DefaultRequestHeaders.Add("Authorization", "Bearer " + secret);
        using var socket = await Line(secret);
        Assert.Equal(200, (await program.Read("spaces")).Status);

        var began = Stopwatch.GetTimestamp();
        await village.Site.Verb<ClosePerson>().Run(village.Site.AdministratorId, person);
        if (what != "is closed") await village.Site.Verb<ReopenPerson>().Run(village.Site.AdministratorId, person);
        await Ended(socket).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        (await program.Read("spaces")).Problem(401);

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<WebSocketException>(() => Line(secret));
    }

    /// <summary>A line that is open: the server has answered the handshake.</summary>
    async Task<ClientWebSocket> Line(string secret)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{village.Site.Address.Authority}/live?access_token={secret}"), TestContext.Current.CancellationToken);
        await socket.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        await socket.ReceiveAsync(new byte[100], TestContext.Current.CancellationToken);
        return socket;
    }

    [Fact]
    public async Task No_token_is_written_to_a_log()
    {
        var lines = new Lines();
        await using var site = new RunningSite { Configure = builder => { builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines); builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Information); } };
        await site.InitializeAsync();
        var secret = await site.Verb<MakeToken>().Run(site.AdministratorId, "logged");
        using var program = site.Visitor();
        program.DefaultRequestHeaders.Add("Authorization", "Bearer " + secret);
        Assert.Equal(200, (await program.Read("spaces?access_token=" + secret)).Status);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{site.Address.Authority}/live?access_token={secret}"), TestContext.Current.CancellationToken);
        await Task.Delay(500);

        Assert.NotEmpty(lines.All);
        Assert.DoesNotContain(lines.All, line => line.Contains(secret, StringComparison.Ordinal));
    }

    static async Task Ended(ClientWebSocket socket)
    {
        var buffer = new byte[4_096];
        try
        {
            while ((await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // Cut, as it should be.
        }
    }

    async Task<ApiToken> Seen(long personId)
    {
        for (var i = 0; ; i++)
        {
            var token = await village.Site.Store.Read(db => db.ApiTokens.AsNoTracking().SingleAsync(t => t.PersonId == personId));
            if (token.SeenAt is not null || i > 50) return token;
            await Task.Delay(50);
        }
    }

    [GeneratedRegex("id=\"secret\" value=\"([^\"]+)\"", RegexOptions.None, 1_000)]
    private static partial Regex Secret();

    sealed class Lines : ILoggerProvider, ILogger
    {
        readonly System.Collections.Concurrent.ConcurrentQueue<string> all = new();

        public IReadOnlyCollection<string> All => all;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => all.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
