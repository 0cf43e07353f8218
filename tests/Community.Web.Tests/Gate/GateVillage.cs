using Community.Governance;
using Community.Reports;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Api;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Gate;

/// <summary>The real site with a browser for every role, and things that not everybody may see. Shared by the tests of the gate; who changes something makes it first.</summary>
public sealed class GateVillage : IAsyncLifetime
{
    public const string Visitor = "visitor";

    /// <summary>A space of each tier, by slug, in the order of <see cref="Tier"/>.</summary>
    public static readonly string[] Spaces = ["gate-unit", "gate-institution", "gate-partners", "gate-public"];

    /// <summary>r: reads the space of this tier.</summary>
    static readonly (string Role, string Reads)[] Table =
    [
        ("administrator", "rrrr"), ("moderator", "-rrr"), ("steward", "rrrr"), ("member", "rrrr"), ("author", "rrrr"), ("colleague", "-rrr"), ("guest", "r-rr"), ("stranger", "---r"), (Visitor, "---r"),
    ];

    readonly Dictionary<string, HttpClient> browsers = [];
    readonly Dictionary<string, HttpClient> programs = [];
    readonly Dictionary<string, long> ids = [];
    readonly Dictionary<string, string> tokens = [];
    readonly List<Thing> things = [];

    public RunningSite Site { get; } = new();

    public static IReadOnlyList<string> Roles { get; } = [.. Table.Select(row => row.Role)];

    public IReadOnlyList<Thing> Things => things;

    /// <summary>The posts that stood in it before any test wrote more.</summary>
    public IReadOnlyList<long> FirstPosts { get; private set; } = [];

    /// <summary>A post by the colleague that quotes what was hidden later.</summary>
    public long Quoting { get; private set; }

    public HttpClient this[string role] => browsers[role];

    /// <summary>A program with a token of this role's person; the visitor's has none.</summary>
    public HttpClient Program(string role) => programs[role];

    /// <summary>What a form of this role's browser carries; one is as good as another.</summary>
    public async Task<string> Token(string role) => tokens.TryGetValue(role, out var known) ? known : tokens[role] = await browsers[role].Token();

    public long IdOf(string role) => ids[role];

    public static bool Reads(string role, Tier tier) => Table.Single(row => row.Role == role).Reads[(int)tier] == 'r';

    public T Verb<T>() where T : notnull => Site.Verb<T>();

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        foreach (var role in Roles) browsers[role] = role == Visitor ? Site.Visitor() : await SignIn(role);
        foreach (var role in Roles) programs[role] = await Site.Program(role == Visitor ? null : IdOf(role));
        foreach (var (slug, tier) in Spaces.Zip(Enum.GetValues<Tier>()))
        {
            await Verb<MakeSpace>().Run(null, slug, slug, "", tier);
            foreach (var role in new[] { "steward", "member", "author" }) await Enrol(slug, role, role == "steward");
            if (tier != Tier.Institution) await Enrol(slug, "guest", false);
        }

        foreach (var tier in Enum.GetValues<Tier>())
        {
            var readers = Roles.Where(role => Reads(role, tier)).ToHashSet();
            var word = "quokka" + tier.ToString().ToLowerInvariant();
            await Topic(word, readers, TopicKind.Thread, Spaces[(int)tier]);
            if (tier is Tier.Unit or Tier.Institution) await Topic(word + "question", readers, TopicKind.Question, Spaces[(int)tier]);
            if (tier is Tier.Unit) await Topic(word + "note", readers, TopicKind.Note, Spaces[(int)tier]);
        }

        await OutOfSight();
        await Verb<DescribeTag>().Run(IdOf("member"), "quokkaunit-tag", "quokkaunitdescription", ["quokkaunit-synonym"]);
        things.Add(things[0] with { Canary = "quokkaunitdescription" });
    }

    /// <summary>Starts a thread by the author of all things here.</summary>
    public Task<long> Start(string space, string title, TopicKind kind = TopicKind.Thread, params string[] tags) => Verb<StartTopic>().Run(IdOf("author"), space, kind, title, "Body of " + title, tags);

    public Task<long> Opening(long topicId) => Site.Store.Read(db => db.Posts.Where(p => p.TopicId == topicId && p.Part == Part.Opening).Select(p => p.Id).SingleAsync());

    public static string AddressOf(TopicKind kind, long topicId, string title) => TopicAddress.Of(kind, topicId, title);

    async Task<HttpClient> SignIn(string role)
    {
        var name = role == "administrator" ? RunningSite.Administrator : "Gate " + char.ToUpperInvariant(role[0]) + role[1..];
        ids[role] = await Site.Person(name, role switch { "moderator" => Role.Moderator, "guest" or "stranger" => Role.Guest, _ => Role.Member });
        return await Site.SignedIn(name);
    }

    Task Enrol(string slug, string role, bool asSteward) => Verb<EnrolPerson>().Run(IdOf("administrator"), slug, IdOf(role), asSteward);

    async Task Topic(string word, IReadOnlySet<string> readers, TopicKind kind, string space)
    {
        var topic = await Verb<StartTopic>().Run(IdOf("author"), space, kind, $"About {word} harbour", $"Body of {word}text harbour", [word + "-tag"]);
        things.Add(new Thing(word, readers, kind, topic, await Opening(topic)));
        var part = kind switch { TopicKind.Thread => Part.Reply, TopicKind.Question => Part.Answer, _ => Part.Comment };
        var reply = await Verb<AddPost>().Run(IdOf("member"), topic, part, null, $"More of {word}reply harbour");
        things.Add(new Thing(word + "reply", readers, kind, topic, reply));
        if (kind != TopicKind.Question) return;

        await Verb<ReportPost>().Run(IdOf("author"), reply, ReportOutcome.Failed, "Here", null, $"Says {word}report.");
        things.Add(new Thing(word + "report", readers, kind, topic, reply));
    }

    /// <summary>What its author took back, and what a moderator hid, in a space that all staff read.</summary>
    async Task OutOfSight()
    {
        var topic = await Verb<StartTopic>().Run(IdOf("author"), Spaces[1], TopicKind.Thread, "About quokkawithdrawn harbour", "Body of quokkawithdrawn harbour", []);
        await Verb<RevisePost>().Run(IdOf("author"), await Opening(topic), new Edit("Body of quokkawithdrawn once more harbour", "quokkawithdrawn", null));
        await Verb<AddPost>().Run(IdOf("member"), topic, Part.Reply, null, "A reply stays.");
        await Verb<WithdrawPost>().Run(IdOf("author"), await Opening(topic));
        things.Add(new Thing("quokkawithdrawn", new HashSet<string> { "author" }, TopicKind.Thread, topic, await Opening(topic)));

        var inSight = await Start(Spaces[1], "In sight");
        var hidden = await Verb<AddPost>().Run(IdOf("author"), inSight, Part.Reply, null, "Reply of quokkaremoved harbour");
        Quoting = await Verb<AddPost>().Run(IdOf("colleague"), inSight, Part.Reply, null, $"> [!quote post={hidden} rev=1]\n> quokkaremoved\n\nI think so, too.");
        await Verb<RemovePost>().Run(IdOf("moderator"), hidden, "Off topic.");
        things.Add(new Thing("quokkaremoved", new HashSet<string> { "author", "moderator", "administrator" }, TopicKind.Thread, inSight, hidden));
        FirstPosts = await Site.Store.Read(db => db.Posts.Select(p => p.Id).ToListAsync());
    }

    /// <summary>Waits until every consumer has read the whole log.</summary>
    public Task Quiet() => Site.Quiet();

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values.Concat(programs.Values)) browser.Dispose();
        await Site.DisposeAsync();
    }
}

/// <summary>All tests of the gate share one village, one after another.</summary>
[CollectionDefinition(nameof(GateVillage))]
public sealed class GateVillageTests : ICollectionFixture<GateVillage>;
