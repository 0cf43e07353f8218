using Community.Governance;
using Community.People;
using Community.Questions;
using Community.Search;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Evaluation;

/// <summary>A community on a temporary data folder in which every document is a topic, with its index: what is asked of it is what the site is asked.</summary>
sealed class FilledCommunity : IAsyncDisposable
{
    const int TopicsABatch = 500;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-evaluation-");
    readonly Dictionary<long, JudgedDocument> documentOf = [];
    readonly Dictionary<long, string> nameOf = [];
    readonly ServiceProvider services;

    long reader;

    FilledCommunity()
    {
        var added = new ServiceCollection();
        added.AddLogging();
        added.AddCommunity(new DataFolder(folder.FullName));
        PeopleServices.AddAccounts(added);
        services = added.BuildServiceProvider();
    }

    public static async Task<FilledCommunity> With(IReadOnlyList<JudgedDocument> documents, CancellationToken stop)
    {
        var community = new FilledCommunity();
        await community.Fill(documents, stop);
        return community;
    }

    /// <summary>The documents' ids as the site ranks their topics, page after page.</summary>
    public async Task<IReadOnlyList<string>> Search(string text, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var searcher = scope.ServiceProvider.GetRequiredService<Searcher>();
        var viewer = await scope.ServiceProvider.GetRequiredService<KnownCommunity>().Viewer(reader);
        var ids = new List<string>();
        for (var page = 1; page <= SearchRequest.MaxPage; page++)
        {
            var found = await searcher.Search(new SearchRequest(text, Page: page), viewer, stop);
            ids.AddRange(found.Hits.Select(hit => documentOf[hit.TopicId].Id));
            if (!found.HasMore) break;
        }

        return ids;
    }

    /// <summary>People as the site ranks them for a subject.</summary>
    public async Task<IReadOnlyList<string>> Experts(string text, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var viewer = await scope.ServiceProvider.GetRequiredService<KnownCommunity>().Viewer(reader);
        return [.. (await scope.ServiceProvider.GetRequiredService<PeopleWhoKnow>().About(text, null, viewer, stop)).Select(person => nameOf[person.Id]).Where(name => name.Length > 0)];
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    async Task Fill(IReadOnlyList<JudgedDocument> documents, CancellationToken stop)
    {
        var (store, now) = (services.GetRequiredService<CommunityStore>(), DateTime.UtcNow);
        await services.GetRequiredService<Migrator>().Run(stop);
        var space = new Space("collection", "Collection", "Judged documents.", Tier.Institution, null, now);
        var people = documents.SelectMany(document => document.Authors).Append("").Distinct().ToDictionary(name => name, name => new Person(Called(name), Role.Member, now));
        await store.Write(async db =>
        {
            db.Institutions.Add(new Institution("Collection", "http://127.0.0.1", SignUp.Closed, "", null, now));
            db.Spaces.Add(space);
            db.People.AddRange(people.Values);
            await db.SaveChangesAsync(stop);
        }, stop);
        reader = people[""].Id;
        foreach (var (name, person) in people) nameOf[person.Id] = name;

        var filing = new Filing(space.Id, name => people[name].Id, now);
        foreach (var batch in Filing.Together(documents).Chunk(TopicsABatch))
        {
            await store.Write(async db =>
            {
                var topics = batch.Select(filing.Topic).ToList();
                db.Topics.AddRange(topics);
                await db.SaveChangesAsync(stop);
                db.Acceptances.AddRange(topics.SelectMany(filing.Accepted));
                await db.SaveChangesAsync(stop);
                foreach (var (topic, together) in topics.Zip(batch)) documentOf[topic.Id] = together[0];
            }, stop);
        }

        await services.GetRequiredService<RebuildIndex>().Run(_ => { }, stop);
    }

    static string Called(string author) => author.Length is > 0 and <= Person.MaxNameLength ? author : author.Length == 0 ? "Nobody" : author[..Person.MaxNameLength];
}
