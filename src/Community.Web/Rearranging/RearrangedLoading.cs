using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Rearranging;

/// <summary>What a reader is told of posts that came into a topic or went out of it: nothing of a topic that the reader may not see.</summary>
public sealed class RearrangedLoading(CommunityContext db, CurrentViewer current, KnownCommunity community)
{
    const int Most = 20;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<RearrangedLine>> Of(long topicId)
    {
        var viewer = await current.Get();
        var (listed, posts) = (db.Topics.ListedFor(viewer), db.Posts.ListedFor(viewer));
        var readable = viewer.ReadableSpaceIds;
        var rows = await db.Rearrangements.AsNoTracking().Where(r => r.FromId == topicId && listed.Any(t => t.Id == r.ToId)
                || r.ToId == topicId && (r.Kind == RearrangementKind.Merge ? readable.Contains(r.From.SpaceId) : listed.Any(t => t.Id == r.FromId)))
            .OrderByDescending(r => r.Id).Take(Most)
            .Select(r => new { Row = r, From = new { r.From.Id, r.From.Kind, r.From.Title }, To = new { r.To.Id, r.To.Kind, r.To.Title }, IsTitleShown = posts.Any(p => p.Id == r.OpeningId) }).ToListAsync();
        var names = await community.Names(rows.Select(r => r.Row.ById).Distinct());
        return rows.ConvertAll(r =>
        {
            var isComing = r.Row.ToId == topicId;
            var other = isComing ? r.From : r.To;
            var isGone = isComing && r.Row.Kind == RearrangementKind.Merge;
            return new RearrangedLine(r.Row.Kind, isComing, r.Row.PostCount, isGone && !r.IsTitleShown ? null : other.Title, isGone ? null : TopicAddress.Of(other.Kind, other.Id, other.Title),
                r.Row.Reason, names[r.Row.ById].Name, r.Row.At, isComing && r.Row.EndedPostId is not null);
        });
    }

    /// <summary>Where the posts of a topic are of which nothing is left; null where there is no such topic, or none that the reader may see.</summary>
    public async Task<string?> MergedInto(long topicId)
    {
        var (viewer, links) = (await current.Get(), db.TopicLinks);
        var into = await db.Topics.AsNoTracking().VisibleTo(viewer).Where(t => links.Any(l => l.FromTopicId == topicId && l.ToTopicId == t.Id && l.Kind == LinkKind.Merged)).FirstOrDefaultAsync();
        return into is null ? null : TopicAddress.Of(into.Kind, into.Id, Readable.By(viewer, into.Standing, into.AuthorId) ? into.Title : null);
    }
}

/// <summary>That posts came into a topic or went out of it.</summary>
/// <param name="Title">The other topic's; null where it is out of sight.</param>
/// <param name="Address">Null where nothing is left of the other one.</param>
/// <param name="HasEndedAcceptance">An answer among them had been accepted and is not any more.</param>
public sealed record RearrangedLine(RearrangementKind Kind, bool IsComing, int PostCount, string? Title, string? Address, string Reason, string By, DateTime At, bool HasEndedAcceptance);
