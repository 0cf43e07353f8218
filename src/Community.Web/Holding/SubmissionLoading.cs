using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Topics.Holding;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Holding;

/// <summary>Loads what waits, through its gate.</summary>
public sealed class SubmissionLoading(CommunityContext db, CurrentViewer current, PostTexts texts, FoundLoading found, AttachmentLoading attachments, PostLoading posts, KnownCommunity known, Looks looks, TimeProvider clock)
{
    const int PageSize = 30;

    public async Task<bool> MayJudge() => await current.Get() is { IsSignedIn: true } viewer && (viewer.IsModerator || viewer.MayAnywhere(Act.Approve) || await db.HasVoice(viewer, clock.Now()));

    /// <param name="isDone">What was decided, the latest first; else what waits, the longest waiting first.</param>
    public async Task<QueuePage> Queue(bool isDone, long? after, long? shown, CancellationToken stop)
    {
        var (viewer, now) = (await current.Get(), clock.Now());
        var all = db.SubmissionsToJudge(viewer, now).AsNoTracking();
        var waiting = await all.CountAsync(s => s.State == SubmissionState.Waiting, stop);
        var rows = isDone ? all.Where(s => s.DecidedById != null && (after == null || s.Id < after)).OrderByDescending(s => s.Id) : all.Where(s => s.State == SubmissionState.Waiting && (after == null || s.Id > after)).OrderBy(s => s.Id);
        var page = await Rows(rows.Take(PageSize + 1), now, stop);
        var next = page.Count > PageSize ? $"/moderation/queue?{(isDone ? "done=true&" : "")}after={page[PageSize - 1].Id}" : null;
        List<SubmissionRow> list = [.. page.Take(PageSize)];
        return new QueuePage(list, waiting, isDone, next, shown is { } id ? await One(id, stop) : null, viewer.MayAnywhere(Governance.Act.Moderate));
    }

    public async Task<OwnSubmissionsPage> Own(CancellationToken stop)
    {
        var viewer = await current.Get();
        return new OwnSubmissionsPage(await Rows(db.Submissions.AsNoTracking().Where(s => s.PersonId == viewer.PersonId).OrderByDescending(s => s.Id).Take(100), clock.Now(), stop));
    }

    /// <returns>Null where there is none for this reader.</returns>
    public async Task<SubmissionPage?> One(long id, CancellationToken stop)
    {
        var (viewer, now) = (await current.Get(), clock.Now());
        if (await db.SubmissionsFor(viewer, now).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } submission) return null;

        await looks.Record(submission.SpaceId);
        var request = submission.ToRequest();
        var isOwn = submission.PersonId == viewer.PersonId;
        var names = await db.People.AsNoTracking().Where(p => p.Id == submission.PersonId || p.Id == submission.DecidedById || p.Id == submission.ClaimedById).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var space = await db.Spaces.AsNoTracking().FirstAsync(s => s.Id == submission.SpaceId, stop);
        var topic = submission.TopicId is { } topicId ? await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => t.Id == topicId).Select(t => new { t.Id, t.Kind, t.Title }).FirstOrDefaultAsync(stop) : null;
        var kind = request is HeldTopic { Kind: TopicKind.Note } or HeldEdit { OfNote: true } ? TopicKind.Note : TopicKind.Thread;
        var text = await texts.Render(request.Body, kind, kind == TopicKind.Note ? Part.Opening : Part.Reply, request is HeldTopic ? request.Title : null, stop: stop);
        var quotes = await posts.Quotes([.. QuotedHtml.Sources(text.Html).Distinct()], viewer);
        var shown = PictureHtml.Fill(QuotedHtml.Fill(text.Html, quotes, "…"), await attachments.PicturesWaiting(text.Html), "…");
        var listed = db.Posts.ListedFor(viewer);
        var before = request is HeldEdit edit ? await db.Revisions.AsNoTracking().Where(r => r.PostId == edit.PostId && r.Number == r.Post.RevisionNumber && listed.Any(p => p.Id == r.PostId)).Select(r => r.Source).FirstOrDefaultAsync(stop) : null;
        var isToJudge = !isOwn && submission.State == SubmissionState.Waiting && await db.SubmissionsToJudge(viewer, now).AnyAsync(s => s.Id == id, stop);
        return new SubmissionPage(submission.Id, submission.State, submission.Version, TitleOf(request, topic?.Title), isOwn ? request.Body : "", shown, submission.IsMasked && !isOwn ? null : names[submission.PersonId], submission.IsMasked && !isOwn ? null : submission.PersonId,
            Speaker(submission, await known.Ground()), submission.Voice, space.Name, space.Slug, space.Tier, topic is null ? null : new WaitingIn(topic.Title, TopicAddress.Of(topic.Kind, topic.Id, topic.Title)), HeldReason.Of(submission.Reasons),
            submission.Justification, submission.SentAt, submission.DueAt, submission.ReleaseAt, submission.DecidedById is { } decider ? names[decider] : null, submission.DecidedAt, submission.Note, submission.PostId)
        {
            IsOwn = isOwn,
            IsToJudge = isToJudge,
            HasTitle = request is HeldTopic or HeldEdit { NewTitle: not null },
            Difference = before is null ? [] : TextDifference.Of(await Shown(before, viewer), await Shown(request.Body, viewer)),
            Found = text.Found.Count == 0 ? null : await found.Of(request.Body, [.. text.Found.Where(one => one.SpaceId is null || one.SpaceId == submission.SpaceId)], mustBeSent: false),
            Claimed = submission.ClaimedBy(now) is { } by ? (by, names[by]) : null,
            IsMine = submission.ClaimedBy(now) == viewer.PersonId,
            Templates = isToJudge ? await db.ReasonTemplates.AsNoTracking().OrderBy(t => t.Id).Select(t => t.Text).Take(50).ToListAsync(stop) : [],
        };
    }

    /// <summary>What waited, as it was typed. An edit that left the subjects as they are has those of the topic.</summary>
    public async Task<DraftText> AsDraft(HeldRequest request, CancellationToken stop)
    {
        var draft = new DraftText(request.Body, request.Title, Masked: request.IsMasked);
        switch (request)
        {
            case HeldTopic topic: return draft with { Space = topic.Space, Tags = string.Join(", ", topic.Tags) };
            case HeldPost post: return draft with { ParentId = post.ParentId };
            case HeldEdit edit:
                var tags = edit.Tags ?? await db.TopicTags.Where(t => t.TopicId == edit.TopicId).Select(t => t.Tag!.Name).Order().ToListAsync(stop);
                return draft with { Tags = string.Join(", ", tags), Summary = edit.Summary ?? "", BaseRevision = edit.BasedOn };
            default: throw new InvalidOperationException();
        }
    }

    /// <summary>A text without what it quotes of posts that are out of the reader's sight.</summary>
    async Task<string> Shown(string source, Viewer viewer) => QuotedSource.Mask(source, (await posts.Quotes([.. QuotedSource.Ids([source])], viewer)).Keys.ToHashSet());

    /// <summary>A title of its own; else that of the topic in which it is said, as far as the reader sees it.</summary>
    static string TitleOf(HeldRequest request, string? ofTopic) => request is HeldTopic or HeldEdit { NewTitle: not null } ? request.Title : ofTopic ?? "…";

    static string? Speaker(Submission submission, KnownGround ground) => submission.Voice switch
    {
        Voice.Institution => ground.Institution?.Name,
        Voice.Unit => ground.Units.GetValueOrDefault(submission.UnitId ?? 0),
        _ => null,
    };

    async Task<List<SubmissionRow>> Rows(IQueryable<Submission> query, DateTime now, CancellationToken stop)
    {
        var submissions = await query.ToListAsync(stop);
        var viewer = await current.Get();
        var ids = submissions.SelectMany(s => new[] { s.PersonId, s.ClaimedBy(now) ?? 0 }).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var ground = await known.Ground();
        var topicIds = submissions.ConvertAll(s => s.TopicId);
        var titles = await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => topicIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Title, stop);
        return submissions.ConvertAll(s => new SubmissionRow(s.Id, s.State, TitleOf(s.ToRequest(), titles.GetValueOrDefault(s.TopicId ?? 0)), s.IsMasked && s.PersonId != viewer.PersonId ? null : names[s.PersonId], Speaker(s, ground), s.Voice, ground.Spaces[s.SpaceId].Name, HeldReason.Of(s.Reasons), s.SentAt, s.DueAt, s.ClaimedBy(now) is { } by ? names[by] : null));
    }
}
