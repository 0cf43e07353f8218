using System.Diagnostics;
using System.Net;
using Community.Events;
using Community.Glossary;
using Community.Governance;
using Community.People;
using Community.Questions;
using Community.Search;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Trials;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Tests.Search;

/// <summary>A small library on a real database and a real index, both in a temporary folder: Marta and Jonas are staff, Hana is a guest, Rosa administers; one public space, one for Jonas's unit only.</summary>
public sealed class SearchVillage : IAsyncDisposable
{
    readonly string folder;
    readonly bool isOwner;
    readonly TestDatabase database;
    readonly EventSignal signal = new();

    EventLoop? loop;

    SearchVillage(string folder, TestDatabase database, bool isOwner)
    {
        (this.folder, this.database, this.isOwner) = (folder, database, isOwner);
        Data = new DataFolder(folder);
        Contexts = database.Contexts(Data);
        Store = new CommunityStore(Contexts, signal);
        Index = new SearchIndex(Data, NullLogger<SearchIndex>.Instance);
        Consumer = new SearchConsumer(Index, Contexts, Data, TimeProvider.System);
    }

    public DataFolder Data { get; }

    public ContextFactory Contexts { get; }

    public CommunityStore Store { get; }

    public SearchIndex Index { get; private set; }

    public SearchConsumer Consumer { get; private set; }

    public long Marta { get; private set; }

    public long Jonas { get; private set; }

    public long Hana { get; private set; }

    public long Rosa { get; private set; }

    public long Desk { get; private set; }

    public long Works { get; private set; }

    public static async Task<SearchVillage> Start(bool serving = true)
    {
        var village = new SearchVillage(Directory.CreateTempSubdirectory("community-search-").FullName, await TestDatabase.Make(), true);
        await new Migrator(village.Contexts, village.Data).Run();
        await village.Settle();
        if (serving) await village.Serve();
        return village;
    }

    /// <summary>A second process's view of the same data folder.</summary>
    public SearchVillage Beside() => new(folder, database, false) { Marta = Marta, Jonas = Jonas, Hana = Hana, Rosa = Rosa, Desk = Desk, Works = Works };

    public async Task Serve()
    {
        loop = new EventLoop([Consumer], signal, Contexts, NullLogger<EventLoop>.Instance);
        await loop.StartAsync(default);
    }

    public async Task Stop()
    {
        if (loop is not null) await loop.StopAsync(default);
        loop?.Dispose();
        loop = null;
        Index.Dispose();
        Index = new SearchIndex(Data, NullLogger<SearchIndex>.Instance);
        Consumer = new SearchConsumer(Index, Contexts, Data, TimeProvider.System);
    }

    /// <summary>What a kill at this moment would leave behind, on a folder of its own: the index, and SQLite's database; PostgreSQL's is not the process's to lose.</summary>
    public async Task<SearchVillage> Killed()
    {
        var copy = new SearchVillage(Directory.CreateTempSubdirectory("community-search-").FullName, database, true) { Marta = Marta, Jonas = Jonas, Hana = Hana, Rosa = Rosa, Desk = Desk, Works = Works };
        Directory.CreateDirectory(copy.Data.Index);
        foreach (var file in Directory.GetFiles(Data.Index)) File.Copy(file, Path.Combine(copy.Data.Index, Path.GetFileName(file)));
        if (!TestDatabase.IsPostgres) await Store.Read(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy.Data.Database}"));
        return copy;
    }

    /// <summary>Steps to the end of the log without a loop.</summary>
    public async Task CatchUp() => Assert.True(await Consumer.BringUp(default));

    public Task<Topic> Ask(string title, string text, long? spaceId = null, long? by = null, params string[] tags) => Begin(TopicKind.Question, title, $"<p>{WebUtility.HtmlEncode(text)}</p>", spaceId, by, tags);

    public Task<Topic> Begin(TopicKind kind, string title, string html, long? spaceId = null, long? by = null, params string[] tags) => Store.Write(async db =>
    {
        var topic = new Topic(kind, spaceId ?? Desk, title, Text(html), by ?? Marta, DateTime.UtcNow);
        foreach (var tag in tags) topic.Tags.Add(new TopicTag(topic, await db.Tags.FirstOrDefaultAsync(t => t.Name == tag) ?? new Tag(tag)));
        db.Topics.Add(topic);
        await db.SaveChangesAsync();
        return topic;
    });

    public Task<Post> Reply(long topicId, string text, long? by = null) => Store.Write(async db =>
    {
        var topic = await db.Topics.SingleAsync(t => t.Id == topicId);
        var post = topic.Add(topic.ReplyPart, null, Text($"<p>{WebUtility.HtmlEncode(text)}</p>"), by ?? Jonas, DateTime.UtcNow);
        await db.SaveChangesAsync();
        return post;
    });

    /// <summary>Changes any rows, and saves.</summary>
    public Task Alter(Func<CommunityContext, Task> change) => Store.Write(async db =>
    {
        await change(db);
        await db.SaveChangesAsync();
    });

    /// <summary>Changes a topic with its posts and tags loaded.</summary>
    public Task Change(long topicId, Action<Topic> change) => Change(topicId, (topic, _) => change(topic));

    public Task Change(long topicId, Action<Topic, CommunityContext> change) => Store.Write(async db =>
    {
        var topic = await db.Topics.Include(t => t.Posts).ThenInclude(p => p.Revisions).Include(t => t.Tags).ThenInclude(t => t.Tag).Include(t => t.Closures).SingleAsync(t => t.Id == topicId);
        change(topic, db);
        await db.SaveChangesAsync();
    });

    public async Task<SearchResults> Search(string text, long? viewer = null, SearchRequest? request = null)
    {
        await using var db = Contexts.Create();
        return await Searcher(db).Search((request ?? new SearchRequest("")) with { Text = text }, await db.Viewer(viewer ?? Marta));
    }

    /// <summary>Makes a topic and its opening as old as this.</summary>
    public Task Age(long topicId, int days) => Alter(async db =>
    {
        var at = DateTime.UtcNow.AddDays(-days);
        await db.Topics.Where(t => t.Id == topicId).ExecuteUpdateAsync(set => set.SetProperty(t => t.CreatedAt, at).SetProperty(t => t.LastPostAt, at));
        await db.Posts.Where(p => p.TopicId == topicId).ExecuteUpdateAsync(set => set.SetProperty(p => p.CreatedAt, at));
    });

    public async Task<IReadOnlyList<SearchHit>> InTopic(string text, long topicId, long viewer)
    {
        await using var db = Contexts.Create();
        return await Searcher(db).InTopic(text, topicId, await db.Viewer(viewer));
    }

    public async Task<SearchResults> SearchAsNobody(string text)
    {
        await using var db = Contexts.Create();
        return await Searcher(db).Search(new SearchRequest(text), await db.Viewer(null));
    }

    /// <summary>What is offered while this is typed; to a visitor when <paramref name="viewer"/> is 0.</summary>
    public async Task<TypingAnswer> Typed(string text, long? viewer = null)
    {
        await using var db = Contexts.Create();
        var recent = new Recent(new LastEvent(Store, signal, TimeProvider.System), Store);
        return await new WhileTyping(Index, db, new KnownCommunity(Store, recent), new KnownTopics(Store, recent)).Of(text, await db.Viewer(viewer == 0 ? null : viewer ?? Marta));
    }

    /// <summary>The other spelling that is offered for this; to a visitor when <paramref name="viewer"/> is 0.</summary>
    public async Task<string?> Meant(string text, long? viewer = null)
    {
        await using var db = Contexts.Create();
        return (await Searcher(db).Search(new SearchRequest(text) { MayBeMisspelt = true }, await db.Viewer(viewer == 0 ? null : viewer ?? Marta))).DidYouMean;
    }

    /// <summary>With a memory of its own: rows are changed here without the log being told.</summary>
    public Searcher Searcher(CommunityContext db)
    {
        var recent = new Recent(new LastEvent(Store, signal, TimeProvider.System), Store);
        return new Searcher(Index, db, new KnownCommunity(Store, recent), new KnownTopics(Store, recent), new KnownGlossary(Store, recent), new KnownTried(Store, recent), TimeProvider.System);
    }

    public Task<long> Define(long personId, string? space, TermText text) => new AddTerm(Store, Guards, TimeProvider.System).Run(personId, space, text);

    public KnownGuards Guards => new(Store, new Recent(new LastEvent(Store, signal, TimeProvider.System), Store), TimeProvider.System);

    /// <summary>Searches until it is as <paramref name="wanted"/>; fails after <paramref name="seconds"/>.</summary>
    public async Task<SearchResults> Within(double seconds, string text, Func<SearchResults, bool> wanted, long? viewer = null)
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            var results = await Search(text, viewer);
            if (wanted(results)) return results;
            Assert.True(began.Elapsed.TotalSeconds < seconds, $"\"{text}\" still gives {results.Total} topics after {seconds} s");
            await Task.Delay(20);
        }
    }

    public Task<IndexCheck> Check() => new CheckIndex(Data, Contexts, Consumer, Index).Run();

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Store.Dispose();
        if (!isOwner) return;

        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public static PostText Text(string html) => new(html, html, [], [], []);

    Task Settle() => Store.Write(async db =>
    {
        var now = DateTime.UtcNow;
        var unit = new Unit("Works", null, now);
        db.Units.Add(unit);
        Person Add(string name, Role role) => db.People.Add(new Person(name, role, now)).Entity;
        var (marta, jonas, hana, rosa) = (Add("Marta Kolár", Role.Member), Add("Jonas Brandt", Role.Member), Add("Hana Dvořák", Role.Guest), Add("Rosa Lind", Role.Administrator));
        await db.SaveChangesAsync();
        jonas.PlaceIn(unit.Id, null, now);
        marta.Describe("Marta Kolár", "Interlibrary loan librarian", "customs\nparcels", null, now);
        var (desk, works) = (new Space("desk", "Circulation desk", "", Tier.Public, null, now), new Space("works", "Works council", "", Tier.Unit, null, now));
        db.Spaces.AddRange(desk, works);
        await db.SaveChangesAsync();
        db.UnitMemberships.Add(new UnitMembership(works.Id, unit.Id, null, now));
        await db.SaveChangesAsync();
        (Marta, Jonas, Hana, Rosa, Desk, Works) = (marta.Id, jonas.Id, hana.Id, rosa.Id, desk.Id, works.Id);
    });
}
