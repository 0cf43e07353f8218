using Community.Notifications;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Mailing;

/// <summary>What a notice is about and who did it, as its person may know: for letters and pushes. It reads as whoever the scope reads as.</summary>
public sealed class NoticeTelling(CommunityContext db, KnownCommunity known, PostLoading posts, IStringLocalizer<MailingText> text)
{
    /// <summary>The topic, or else the space.</summary>
    public async Task<ToldSubject> About(Notification notice, CancellationToken stop)
    {
        var space = await db.Spaces.AsNoTracking().Where(s => s.Id == notice.SpaceId).Select(s => new { s.Name, s.Slug }).FirstOrDefaultAsync(stop);
        if (notice is { TopicId: null, SpaceId: null }) return new ToldSubject(null, text["Your account"].Value, "", null, "/acts");
        if (notice.TopicId is null) return new ToldSubject(null, space?.Name ?? "", "", space?.Slug, "/spaces/" + space?.Slug);

        var topic = await db.Topics.AsNoTracking().FirstAsync(t => t.Id == notice.TopicId, stop);
        var title = topic.Standing == Standing.Published ? topic.Title : text["Taken back by its author"].Value;
        return new ToldSubject(topic.Kind, title, space?.Name ?? "", space?.Slug, TopicAddress.Of(topic.Kind, topic.Id, topic.Standing == Standing.Published ? topic.Title : null));
    }

    /// <summary>What was written; null where the notice is of something else.</summary>
    public async Task<PostView?> Post(Notification notice, CancellationToken stop)
    {
        var post = notice.PostId is { } id && Tells(notice.Kind) ? await db.Posts.AsNoTracking().Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == id, stop) : null;
        return post is null ? null : await posts.Flat(db.Posts.Where(p => p.Id == post.Id), post.Topic) is [var one] ? one : null;
    }

    /// <summary>Null where it was the program, or somebody without a name.</summary>
    public async Task<string?> Who(Notification notice, PostView? post, CancellationToken stop)
    {
        // Who asks somebody to answer need not be who asked the question.
        var who = notice.Kind == NoticeKind.Invited ? null : post?.AuthorName;
        return who is null && !IsBySite(notice.Kind) && notice.ActorId is { } actor ? await Name(notice, actor, stop) : who;
    }

    /// <summary>Null where the name was taken off, in that topic, what the actor wrote there.</summary>
    async Task<string?> Name(Notification notice, long actorId, CancellationToken stop) =>
        await db.Posts.AnyAsync(p => p.TopicId == notice.TopicId && p.AuthorId == actorId && p.UnnamedAt != null, stop) ? null : (await known.Person(actorId))?.Name ?? await db.People.Where(p => p.Id == actorId).Select(p => p.Name).FirstOrDefaultAsync(stop);

    /// <summary>Whether the notice is of what was written in its post.</summary>
    static bool Tells(NoticeKind kind) => kind is NoticeKind.Answer or NoticeKind.Reply or NoticeKind.Comment or NoticeKind.Mention or NoticeKind.Posted or NoticeKind.AlsoAnswered or NoticeKind.Invited or NoticeKind.PromiseNear or NoticeKind.Found;

    static bool IsBySite(NoticeKind kind) => kind.IsOfActs || kind is NoticeKind.Due or NoticeKind.NoteDue or NoticeKind.PromiseNear or NoticeKind.JudgingLate or NoticeKind.GuestEnding or NoticeKind.GuestAlone or NoticeKind.RunLate or NoticeKind.PolicyAsks;
}

/// <summary>What is told of.</summary>
/// <param name="Kind">Null for a space.</param>
/// <param name="Address">From the root of the site.</param>
public sealed record ToldSubject(TopicKind? Kind, string Title, string SpaceName, string? SpaceSlug, string Address);
