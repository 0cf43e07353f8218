using System.Diagnostics;
using System.Globalization;
using Community.Benchmarks.Making;
using Community.Benchmarks.Running;
using Community.Governance;
using Community.Notes;
using Community.Notes.Bench;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Parts;

/// <summary>A note of 200 blocks, 100 of them with a source, after 500 revisions, beside the same text as a note without any of that; and the difference of its first and last revisions.</summary>
sealed class NotePart(BenchmarkOptions options, GeneratedCommunity community, Programs programs, Table table)
{
    const int Sources = 100;
    const int Revisions = 500;
    const int WarmUps = 8;
    const int Differences = 40;
    const string Title = "A note with a long history, to be measured";

    public async Task Run(CancellationToken stop)
    {
        var (note, opening, plain) = await Notes(stop);
        var cookie = await Cookies.Of(community);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = true }) { Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        await using var site = new Server(programs.Site, "--data", community.Data, "--urls", options.SiteUrl);
        await site.Answers(client, options.SiteUrl + "/health/ready", stop);
        var addresses = new List<string>();
        foreach (var id in new[] { note, plain })
        {
            using var answer = await client.GetAsync($"{options.SiteUrl}/notes/{id}", stop);
            addresses.Add(answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!.AbsoluteUri);
        }

        for (var i = 0; i < WarmUps; i++)
            foreach (var address in addresses) await Wrk.Run(address, cookie, 2, stop);

        var (tied, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds + 1; round++)
        {
            tied.Add(await Cost(site, addresses[0], cookie, stop));
            bare.Add(await Cost(site, addresses[1], cookie, stop));
        }

        var (ours, theirs) = (tied.Order().ElementAt(tied.Count / 2), bare.Order().ElementAt(bare.Count / 2));
        table.Add("note of 200 blocks, 500 revisions, 100 sources, beside its text alone", Ms(ours), Ms(theirs), (ours / theirs).ToString("0.00", CultureInfo.InvariantCulture), "2.0");
        var difference = $"{options.SiteUrl}/posts/{opening}/history?from=1&to={Revisions}";
        for (var i = 0; i < Differences / 2; i++) (await client.GetAsync(difference, stop)).EnsureSuccessStatusCode();
        var (before, began) = (site.ProcessorTime, Stopwatch.GetTimestamp());
        for (var i = 0; i < Differences; i++) (await client.GetAsync(difference, stop)).EnsureSuccessStatusCode();
        table.Add("difference of its first and last revisions", Ms((site.ProcessorTime - before).TotalMilliseconds / Differences), atMost: "100 ms", p50: Ms(Stopwatch.GetElapsedTime(began).TotalMilliseconds / Differences));
    }

    async Task<double> Cost(Server site, string address, string cookie, CancellationToken stop)
    {
        var before = site.ProcessorTime;
        var load = await Wrk.Run(address, cookie, options.Seconds, stop);
        return (site.ProcessorTime - before).TotalMilliseconds / load.Requests;
    }

    /// <summary>Made once, then kept with the community.</summary>
    async Task<(long Note, long Opening, long Plain)> Notes(CancellationToken stop)
    {
        await using var services = GeneratedCommunity.Services(community.Data);
        var store = services.GetRequiredService<CommunityStore>();
        var known = await store.Read(db => db.Topics.Where(t => t.Kind == TopicKind.Note && t.Title == Title).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(stop));
        if (known.Count >= 2) return (known[0], await Opening(store, known[0], stop), known[1]);

        var space = await store.Read(async db =>
        {
            var viewer = await db.Viewer(community.ReaderId, stop);
            return (await db.Spaces.VisibleTo(viewer).OrderBy(s => s.Id).ToListAsync(stop)).First(s => viewer.May(Act.StartTopic, s.Id)).Slug;
        });
        var (me, thread) = (community.ReaderId, await services.GetRequiredService<StartTopic>().Run(community.ReaderId, space, TopicKind.Thread, Title, "What do we know of it?", [], stop: stop));
        var passages = new List<long>();
        for (var i = 0; i < Sources; i++)
        {
            var post = await services.GetRequiredService<AddPost>().Run(me, thread, Part.Reply, null, Words(i), stop: stop);
            passages.Add(await services.GetRequiredService<AddToBench>().Run(me, post, null, stop: stop));
        }

        var put = services.GetRequiredService<PutPassages>();
        await put.Run(me, passages, 0, stop: stop);
        for (var i = 0; i < Sources - 1; i++) await put.Run(me, [], 0, i * 2, stop);
        var own = await store.Read(db => db.BenchBlocks.Where(b => b.PersonId == me && b.PassageId == null).Select(b => b.Id).ToListAsync(stop));
        await services.GetRequiredService<KeepBench>().Run(me, new BenchDraft(Title, "", space, "", [], own.Select((id, i) => (id, Text: Words(Sources + i))).ToDictionary(one => one.id, one => one.Text)), stop);
        var note = await services.GetRequiredService<PublishBench>().Run(me, stop: stop);
        var opening = await Opening(store, note, stop);
        for (var number = 2; number <= Revisions; number++)
        {
            var text = await store.Read(db => db.Revisions.Where(r => r.PostId == opening).OrderByDescending(r => r.Number).Select(r => r.Source).FirstAsync(stop));
            var blocks = Text.Markdown.Split(text).ToList();
            blocks[number % blocks.Count] = blocks[number % blocks.Count].TrimEnd() + $" And {Wording.Word(number)}.\n\n";
            await services.GetRequiredService<ReviseNote>().Run(me, opening, new Edit(string.Concat(blocks), $"Step {number}", number - 1), stop: stop);
        }

        var last = await store.Read(db => db.Revisions.Where(r => r.PostId == opening).OrderByDescending(r => r.Number).Select(r => r.Source).FirstAsync(stop));
        return (note, opening, await services.GetRequiredService<StartTopic>().Run(me, space, TopicKind.Note, Title, last, [], stop: stop));
    }

    static Task<long> Opening(CommunityStore store, long topicId, CancellationToken stop) => store.Read(db => db.Posts.Where(p => p.TopicId == topicId && p.Part == Part.Opening).Select(p => p.Id).SingleAsync(stop));

    static string Words(int block) => string.Join(' ', Enumerable.Range(0, 24).Select(n => Wording.Word(block * 31 + n * 7 + 40))) + ".";

    static string Ms(double ms) => ms.ToString(ms < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " ms";
}
