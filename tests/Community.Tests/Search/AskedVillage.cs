using Community.Events;
using Community.Notifications;
using Community.Search;
using Community.Search.Asked;
using Community.Search.Gaps;
using Community.Search.Saved;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Tests.Search;

/// <summary>The library of <see cref="SearchVillage"/> in which searches are noted, gaps counted and saved searches told of, with a clock that a test moves.</summary>
public sealed class AskedVillage : IAsyncDisposable
{
    AskedVillage(SearchVillage library) => Library = library;

    public SearchVillage Library { get; }

    public CommunityStore Store => Library.Store;

    public MovedClock Clock { get; } = new();

    public AskedLately Lately { get; private set; } = null!;

    public static async Task<AskedVillage> Start()
    {
        var village = new AskedVillage(await SearchVillage.Start(serving: false));
        village.Lately = new AskedLately(village.Clock);
        return village;
    }

    /// <summary>Searches as the page does, and gives what the page would say when a result is opened.</summary>
    public async Task<string?> Look(string text, long? by = null, SearchRequest? request = null)
    {
        await Library.CatchUp();
        var asked = (request ?? new SearchRequest("")) with { Text = text };
        var viewer = await Store.Read(db => db.Viewer(by ?? Library.Marta));
        return await new NoteSearch(Lately, Known(), Clock).Of(asked, await Library.Search(text, by ?? Library.Marta, asked), viewer, $"{by ?? Library.Marta}");
    }

    /// <summary>The same of results that are there already.</summary>
    public async Task<string?> Look(SearchResults results, string text) =>
        await new NoteSearch(Lately, Known(), Clock).Of(new SearchRequest(text), results, await Store.Read(db => db.Viewer(Library.Marta)), "Marta");

    /// <summary>Lets what was noted be written.</summary>
    public Task Write() => new WriteSearches(Lately, Keep, Clock, NullLogger<WriteSearches>.Instance).Write();

    /// <summary>Two colleagues search in vain on each of some days; then it is written.</summary>
    public async Task Miss(string text, int days = 1)
    {
        for (var day = 0; day < days; day++)
        {
            foreach (var who in new[] { Library.Marta, Library.Jonas }) await Look(text, who);
            await Write();
            if (day < days - 1) Clock.Pass(TimeSpan.FromDays(1));
        }
    }

    public KeepSearches Keep => new(Store, new GapRules(), Clock);

    public Task<List<AskedSearch>> Rows() => Store.Read(db => db.AskedSearches.AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    public Task<List<Gap>> Gaps(long? viewer = null) => Store.Read(async db => await db.GapsFor(await db.Viewer(viewer ?? Library.Marta)).AsNoTracking().Include(g => g.Claims).OrderBy(g => g.Id).ToListAsync());

    public Task<long> Save(string text, long? by = null, SearchRequest? request = null) => new SaveSearch(Store, TimeProvider.System).Run(by ?? Library.Marta, (request ?? new SearchRequest("")) with { Text = text });

    /// <summary>Lets the consumer read to the end; then who was told of which post, in order.</summary>
    public async Task<IReadOnlyList<(long PersonId, long? PostId)>> Told(TellFinds? consumer = null)
    {
        consumer ??= Consumer();
        while (await consumer.Step(default))
        {
        }

        return await Store.Read(async db => (await db.Notifications.Where(n => n.Kind == NoticeKind.Found).OrderBy(n => n.Id).ToListAsync()).ConvertAll(n => (n.PersonId, n.PostId)));
    }

    /// <summary>With a memory of its own.</summary>
    public TellFinds Consumer() => new(Store, new Percolation(Library.Contexts, Known(), TimeProvider.System), TimeProvider.System);

    public ValueTask DisposeAsync() => Library.DisposeAsync();

    KnownCommunity Known() => new(Store, Recent());

    Recent Recent() => new(new LastEvent(Store, new EventSignal(), TimeProvider.System), Store);
}

/// <summary>The machine's clock, which a test can put forward.</summary>
public sealed class MovedClock : TimeProvider
{
    TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Pass(TimeSpan time) => ahead += time;
}
