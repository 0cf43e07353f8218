using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Links;

/// <summary>Brings the list of a note's links to the web up to its newest revision.</summary>
public sealed class ListOutsideLinks(CommunityStore store, TimeProvider clock)
{
    public Task Run(long topicId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.LockRow("Topics", "Id", topicId, stop);
        var (revisions, links) = (db.Revisions, db.Set<OutsideLink>());
        var html = await db.Posts.Where(p => p.TopicId == topicId && p.Part == Part.Opening && p.Standing == Standing.Published && p.Topic.Kind == TopicKind.Note)
            .Select(p => revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First()).FirstOrDefaultAsync(stop);
        var wanted = LinkReading.Outside(html ?? "").ToHashSet();
        var known = await links.Where(l => l.TopicId == topicId).ToListAsync(stop);
        links.RemoveRange(known.Where(link => !wanted.Contains(link.Address)));
        links.AddRange(wanted.Except(known.Select(link => link.Address)).Select(address => new OutsideLink(topicId, address, clock.Now())));
        await db.SaveChangesAsync(stop);
    }, stop);
}
