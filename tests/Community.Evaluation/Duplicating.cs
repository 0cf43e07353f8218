using Community.Governance;
using Community.People;
using Community.Search;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Transfer;
using Community.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Evaluation;

/// <summary>
/// Imports a Stack Exchange dump and asks, for each question that its people closed as asked before, for the site's proposals: over the whole index, so that what was asked later competes, too.
/// </summary>
static class Duplicating
{
    /// <summary>Of one dump, in the order of the later question: every so many-th, that these many are shown.</summary>
    public const int Shown = 20;

    /// <returns>All pairs, in the order of the later question.</returns>
    public static async Task<IReadOnlyList<ProposedPair>> Measure(DirectoryInfo dump, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("community-duplicates-");
        var added = new ServiceCollection();
        added.AddLogging();
        added.AddCommunity(new DataFolder(folder.FullName));
        PeopleServices.AddAccounts(added);
        var pairs = new List<ProposedPair>();
        await using (var services = added.BuildServiceProvider())
        {
            await services.GetRequiredService<Migrator>().Run(stop);
            var reader = await Reader(services, stop);
            await services.GetRequiredService<ImportStackExchange>().Run(dump.FullName, new ImportTarget("dump", "Dump", Tier.Institution), null, stop);
            await services.GetRequiredService<RebuildIndex>().Run(_ => { }, stop);
            foreach (var (again, original) in await Known(services, stop)) pairs.Add(new ProposedPair(again.Title, original.Title, await Place(services, reader, again, original.Id, stop)));
        }

        folder.Delete(recursive: true);
        return pairs;
    }

    /// <summary>By a fixed rule: all where there are few, else at even steps from the first on.</summary>
    public static IEnumerable<ProposedPair> Choose(IReadOnlyList<ProposedPair> pairs) => pairs.Count <= Shown ? pairs : Enumerable.Range(0, Shown).Select(i => pairs[i * pairs.Count / Shown]);

    static Task<long> Reader(ServiceProvider services, CancellationToken stop) => services.GetRequiredService<CommunityStore>().Write(async db =>
    {
        db.Institutions.Add(new Institution("Dump", "http://127.0.0.1", SignUp.Closed, "", null, DateTime.UtcNow));
        var person = db.People.Add(new Person("Nobody", Role.Member, DateTime.UtcNow)).Entity;
        await db.SaveChangesAsync(stop);
        return person.Id;
    }, stop);

    /// <summary>As the dump's links have it, with the later one first, whichever of the two was closed.</summary>
    static async Task<IReadOnlyList<(Topic Again, Topic Original)>> Known(ServiceProvider services, CancellationToken stop)
    {
        var (links, topics) = await services.GetRequiredService<CommunityStore>().Read(async db => (
            await db.TopicLinks.AsNoTracking().Where(l => l.Kind == LinkKind.Duplicate).ToListAsync(stop),
            await db.Topics.AsNoTracking().Where(t => t.Kind == TopicKind.Question).ToDictionaryAsync(t => t.Id, stop)));
        return [.. links.Where(l => topics.ContainsKey(l.FromTopicId) && topics.ContainsKey(l.ToTopicId)).Select(l => (One: topics[l.FromTopicId], Other: topics[l.ToTopicId]))
            .Select(pair => pair.One.CreatedAt >= pair.Other.CreatedAt ? (Again: pair.One, Original: pair.Other) : (Again: pair.Other, Original: pair.One)).OrderBy(pair => pair.Again.CreatedAt).ThenBy(pair => pair.Original.CreatedAt)];
    }

    static async Task<int?> Place(ServiceProvider services, long reader, Topic again, long originalId, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var viewer = await scope.ServiceProvider.GetRequiredService<KnownCommunity>().Viewer(reader);
        var proposed = await scope.ServiceProvider.GetRequiredService<DuplicateProposals>().Of(again, viewer, stop);
        var place = proposed.Select(hit => hit.TopicId).ToList().IndexOf(originalId);
        return place < 0 ? null : place + 1;
    }
}

/// <summary>Two questions that people found to be the same.</summary>
/// <param name="Place">Of the original among the first five proposals for the other one; null where it is none of them.</param>
sealed record ProposedPair(string Again, string Original, int? Place);
