using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Community.Governance;
using Community.Notes.Bench;
using Community.People;
using Community.Questions;
using Community.Questions.Asking;
using Community.Reports;
using Community.Search;
using Community.Search.Saved;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Masks;
using Community.Web.Tests.Api;
using Community.Web.Tests.Live;
using Community.Web.Tests.Running;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community.Web.Tests.Leaks;

/// <summary>A question that all the world reads, asked without a name by somebody who did everything in it that an asker does.</summary>
public sealed class MaskStage : IAsyncLifetime
{
    public const string Asker = "Zephyrine Quillfeather";
    public const string Title = "About wobbegong repair";
    public const string Open = "mask-open", Other = "mask-other";

    readonly Dictionary<string, HttpClient> browsers = [];
    readonly Dictionary<string, HttpClient> programs = [];
    readonly Dictionary<string, long> ids = [];

    public MaskStage()
    {
        Site = new RunningSite { Configure = builder => builder.Services.AddSingleton<ILoggerProvider>(Log) };
        foreach (var (key, value) in Sink.Settings) Site.Settings[key] = value;
    }

    public SmtpSink Sink { get; } = new();

    public CapturedLog Log { get; } = new();

    public RunningSite Site { get; }

    /// <summary>What came over a live line of a reader who watched all the while, as it was sent.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Pages that the asker, a member and a moderator have open all the while, all of whom show that they are here: on the question, at the editor of its opening, and, without the asker, on the note.</summary>
    public List<(string Who, string Where, LiveLine Line)> Lines { get; } = [];

    /// <summary>Who reads: a browser and a program each; the visitor has no account.</summary>
    public static string[] Readers { get; } = ["member", "invited", "steward", "other steward", "moderator", "administrator", "guest", "visitor"];

    public HttpClient this[string reader] => browsers[reader];

    public HttpClient Program(string reader) => programs[reader];

    public long IdOf(string who) => ids[who];

    /// <summary>question, opening, comment, own, answer, file, note, text and mask.</summary>
    public Dictionary<string, long> Things { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        foreach (var (who, name, role) in new[] { ("asker", Asker, Role.Member), ("member", "Alice Moreau", Role.Member), ("invited", "Bob Lindqvist", Role.Member), ("steward", "Stella Steward", Role.Member), ("other steward", "Otto Other", Role.Member), ("moderator", "Mo Rader", Role.Moderator), ("guest", "Gina Guest", Role.Guest) })
        {
            ids[who] = await Site.Person(name, role);
            browsers[who] = await Site.SignedIn(name);
        }

        ids["administrator"] = Site.AdministratorId;
        (browsers["administrator"], browsers["visitor"]) = (await Site.SignedIn(), Site.Visitor());
        foreach (var reader in Readers.Append("asker")) programs[reader] = await Site.Program(reader == "visitor" ? null : ids[reader]);
        foreach (var (slug, steward) in new[] { (Open, "steward"), (Other, "other steward") })
        {
            await Site.Verb<MakeSpace>().Run(null, slug, slug, "", Tier.Public);
            await Site.Verb<EnrolPerson>().Run(ids["administrator"], slug, ids[steward], true);
            await Site.Verb<EnrolPerson>().Run(ids["administrator"], slug, ids["guest"], false);
            await Site.Verb<EnrolPerson>().Run(ids["administrator"], slug, ids["member"], false);
        }

        await Site.Verb<AllowMasks>().Run(ids["steward"], Open, true);
        await Site.Verb<SaveSearch>().Run(ids["member"], new SearchRequest("wobbegong"));
        await Ask();
        // Who was invited hears of it before the question is closed: afterwards nobody is asked any more.
        await Site.Quiet();
        await Act();
        await Sit();
        await Site.Quiet();
    }

    async Task Ask()
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes("Shelf,Count\nA,3\n"));
        var file = await Site.Verb<StoreAttachment>().Run(ids["asker"], "shelves.csv", text);
        var asked = await browsers["asker"].PostForm("/new/question", [("Space", Open), ("Title", Title), ("Body", $"The wobbegong spine broke.\n\n{file.Markdown()}"), ("Tags", "repair"), ("Asked", "People"), ("First", "Bob Lindqvist"), ("Masked", "true")]);
        Things["question"] = long.Parse(asked.Headers.Location!.ToString().Split('/')[2], CultureInfo.InvariantCulture);
        (Things["file"], Things["opening"]) = (file.Id, await Site.Store.Read(db => db.Posts.Where(p => p.TopicId == Things["question"]).Select(p => p.Id).SingleAsync()));
        Things["mask"] = await Site.Store.Read(db => db.Topics.Where(t => t.Id == Things["question"]).Select(t => t.AuthorId).SingleAsync());
    }

    async Task Act()
    {
        var (asker, member, question) = (ids["asker"], ids["member"], Things["question"]);
        var token = await Site.Verb<MakeToken>().Run(member, "watching");
        await using var line = new HubConnectionBuilder().WithUrl(new Uri(Site.Address, "/live"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(token)).Build();
        line.On<JsonElement>("changed", change =>
        {
            lock (Told) Told.Add(change.GetRawText());
        });
        await line.StartAsync();
        await line.InvokeAsync("Watch", question);

        Things["answer"] = await Site.Verb<AddPost>().Run(member, question, Part.Answer, null, "Wheat paste mends a wobbegong.");
        Things["comment"] = (await browsers["asker"].PostForm($"/topics/{question}/posts", [("Part", "Comment"), ("ParentId", $"{Things["answer"]}"), ("Body", "Does it hold?")])).Headers.Location is { } at ? long.Parse(at.ToString().Split('/')[^1].Split('#')[0], CultureInfo.InvariantCulture) : 0;
        Things["own"] = await Site.Verb<AddPost>().Run(asker, question, Part.Answer, null, "I tried wobbegong glue.");
        await Site.Verb<RevisePost>().Run(asker, Things["opening"], new Edit("The wobbegong spine broke off.", "off", 1));
        await Site.Verb<RevisePost>().Run(asker, Things["own"], new Edit("I tried wobbegong glue twice.", "twice", 1));
        await Site.Verb<AcceptAnswer>().Run(asker, question, Things["answer"]);
        await Site.Verb<CastVote>().Run(asker, Things["answer"], 1);
        await Site.Verb<InviteToAnswer>().Run(asker, question, ids["moderator"]);
        await Site.Verb<ReportPost>().Run(asker, Things["answer"], ReportOutcome.Worked, "", null, "It held for wobbegongs.");
        await Site.Verb<ReportPost>().Run(asker, Things["answer"], ReportOutcome.Failed, "", null, "Then it broke.");
        await Site.Verb<AddPost>().Run(member, question, Part.Comment, Things["comment"], $"> [!quote post={Things["opening"]} rev=2]\n> The wobbegong spine broke off.\n\nSo it did.");
        await Site.Verb<CloseTopic>().Run(asker, question, Outcome.Answered, "It holds.");
        await Site.Verb<ReopenTopic>().Run(asker, question, "It does not.");
        await Site.Verb<CloseTopic>().Run(asker, question, Outcome.Answered, "It holds now.");
        await Site.Verb<SaveDraft>().Run(asker, DraftPlace.EditOf(Things["opening"]), new DraftText("The wobbegong spine broke off. And"), null);
        await Distil(member);
        await Site.Verb<LookBehindMask>().Run(ids["steward"], question, "It names a reader.");
        for (var i = 0; i < 500 && !Told.Exists(told => told.Contains("masklooked", StringComparison.Ordinal)); i++) await Task.Delay(10);
    }

    async Task Distil(long by)
    {
        foreach (var post in new[] { "opening", "comment", "own" })
            await Site.Verb<PutPassages>().Run(by, [await Site.Verb<AddToBench>().Run(by, Things[post], null)], 0);
        await Site.Verb<KeepBench>().Run(by, new BenchDraft("Mending a wobbegong", "So that it holds.", Open, "", [], new Dictionary<long, string>()));
        Things["note"] = await Site.Verb<PublishBench>().Run(by);
        Things["text"] = await Site.Store.Read(db => db.Posts.Where(p => p.TopicId == Things["note"] && p.Part == Part.Opening).Select(p => p.Id).SingleAsync());
        // One passage waits on the bench of another.
        await Site.Verb<AddToBench>().Run(ids["invited"], Things["opening"], null);
    }

    async Task Sit()
    {
        foreach (var id in ids.Values) await Site.Verb<ChoosePreferences>().Run(id, null, false, true);
        foreach (var (who, name) in new[] { ("asker", Asker), ("member", "Alice Moreau"), ("moderator", "Mo Rader") })
        {
            var jar = new CookieContainer();
            using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = Site.Address };
            await browser.PostForm("/sign-in", [("email", RunningSite.EmailOf(name)), ("password", RunningSite.Password)]);
            // Who is on the note with the own name says nothing of the question, but is a name.
            foreach (var where in new[] { "question", "opening", "note" }.Where(where => (who, where) is not ("asker", "note")))
            {
                var line = await LiveLine.Open(Site.Address, jar);
                Lines.Add((who, where, line));
                if (where == "opening") await line.Edit(Things[where]);
                else await line.Arrive(Things[where]);
                await line.Write();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, _, line) in Lines) await line.DisposeAsync();
        foreach (var client in browsers.Values.Concat(programs.Values)) client.Dispose();
        await Site.DisposeAsync();
        await Sink.DisposeAsync();
    }
}
