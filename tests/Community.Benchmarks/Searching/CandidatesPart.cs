using Community.People;
using Community.Search.Routing;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Searching;

/// <summary>Whom the site would ask about questions of the community: the search for who knows, their load, wishes and readiness.</summary>
sealed class CandidatesPart(SearchedCommunity searched, Table table)
{
    const int Questions = 40;

    public async Task Run(CancellationToken stop)
    {
        var candidates = searched.Services.GetRequiredService<Candidates>();
        var ids = await searched.Services.GetRequiredService<CommunityStore>().Read(db => db.Topics.Where(t => t.Kind == TopicKind.Question && t.Standing == Standing.Published).OrderByDescending(t => t.Id).Select(t => t.Id).Take(2 * Questions).ToListAsync(stop));
        // The first half warms up.
        foreach (var id in ids.Take(Questions)) await candidates.For(id, stop: stop);
        List<Work> works = [];
        var found = 0;
        foreach (var id in ids.Skip(Questions)) works.Add(await Work.Of(async () => found += (await candidates.For(id, stop: stop)).Count));
        var times = works.ConvertAll(work => work.Processor);
        times.Sort();
        var (posts, people) = await searched.Services.GetRequiredService<CommunityStore>().Read(async db => (await db.Posts.CountAsync(stop), await db.People.CountAsync(stop)));
        table.Row($"candidates for a question ({found / works.Count} found; {posts} posts, {people} people), processor time", Show.Ms(new TimeSpan((long)times.Average(time => time.Ticks))), atMost: "100 ms", p50: Show.Ms(times[times.Count / 2]), p99: Show.Ms(times[^1]));
    }
}
