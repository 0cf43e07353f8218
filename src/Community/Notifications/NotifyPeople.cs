using Community.Events;
using Community.Notes.Care;
using Community.Notes.Combining;
using Community.Notes.Lineage;
using Community.Notes.Refining;
using Community.People;
using Community.Questions;
using Community.Questions.Answering;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>
/// Follows the log and leaves notices: for those who are answered, named, quoted, accepted or brought into a space. Nobody hears of the own act,
/// of an import, or of what they may not see; nobody hears twice of one post, however often the log is read.
/// </summary>
public sealed class NotifyPeople(CommunityStore store, TimeProvider clock) : StoredConsumer(store, clock)
{
    public override string Name => "notifications";

    protected override Task Apply(CommunityContext db, Event happened, CancellationToken stop) => happened.Kind switch
    {
        EventKind.Started or EventKind.Replied or EventKind.Answered or EventKind.Commented or EventKind.Revised => TellOfPost(db, happened, stop),
        EventKind.Accepted => TellOfAcceptance(db, happened, stop),
        EventKind.Joined => TellOfMembership(db, happened, stop),
        EventKind.Distilled => TellOfNote(db, happened, stop),
        EventKind.Suggested => TellOfSuggestion(db, happened, stop),
        EventKind.SuggestionDecided => TellOfDecision(db, happened, stop),
        EventKind.TaskOpened or EventKind.TaskEnded => TaskNotices.Tell(db, happened, stop),
        EventKind.Invited or EventKind.PromiseNear or EventKind.MaskLooked or EventKind.Closed => QuestionNotices.Tell(db, happened, stop),
        EventKind.PostsMoved => MovedNotices.Follow(db, happened, stop),
        EventKind.Held or EventKind.Judged or EventKind.JudgingLate => HoldingNotices.Tell(db, happened, stop),
        EventKind.PolicyAsks => PolicyNotices.Tell(db, happened, stop),
        EventKind.StepOpened or EventKind.RunLate or EventKind.ReplyProposed or EventKind.ReplyDecided => RunNotices.Tell(db, happened, stop),
        EventKind.GuestEnding or EventKind.GuestAlone => GuestNotices.Tell(db, happened, stop),
        EventKind.Removed or EventKind.Reinstated or EventKind.Erased or EventKind.FlagsDecided or EventKind.AppealJudged or EventKind.Suspended or EventKind.SuspensionEnded => ActNotices.Tell(db, happened, stop),
        EventKind.TrialDue => TaskNotices.TellOfTrial(db, happened, stop),
        EventKind.NoteStewarded or EventKind.NoteDue or EventKind.NoteDoubted or EventKind.NoteChecked or EventKind.NoteKept => TellOfCare(db, happened, stop),
        _ => Task.CompletedTask,
    };

    static async Task TellOfPost(CommunityContext db, Event happened, CancellationToken stop)
    {
        if (await PostOf(db, happened, stop) is not { } post) return;

        var wanted = new NoticesWanted();
        if (happened.Kind != EventKind.Revised) AddAnswered(wanted, post);
        if (happened.Kind == EventKind.Answered) wanted.Add(NoticeKind.AlsoAnswered, await db.WhoHas(post.TopicId, stop));
        if (happened.Kind is EventKind.Replied or EventKind.Answered) wanted.Add(post.Part == Part.Answer ? NoticeKind.Answer : NoticeKind.Reply, await db.FollowersOf(post.TopicId, stop));
        var (posts, quotations) = (db.Posts, db.Quotations);
        wanted.Add(NoticeKind.Mention, await db.Mentions.Where(m => m.PostId == post.Id).Select(m => m.PersonId).ToListAsync(stop));
        wanted.Add(NoticeKind.Mention, await posts.Where(p => quotations.Any(q => q.PostId == post.Id && q.QuotedPostId == p.Id)).Select(p => p.AuthorId).ToListAsync(stop));

        var watchers = await Watchers.Of(db, post.TopicId, happened.Kind == EventKind.Started, stop);
        if (happened.Kind != EventKind.Revised) wanted.Add(NoticeKind.Posted, watchers);
        var heard = await Heard(db, post.Id, accepted: false, stop, isNamedLater: happened.Kind == EventKind.Revised);
        await Notify(db, happened, await wanted.Without(db, heard, stop), post.TopicId, post.Id, post.SpaceId, stop, watchers);
        if (happened.Kind == EventKind.Revised && post.Part == Part.Opening) await TellOfRevision(db, happened, post, watchers, stop);
    }

    /// <summary>Those who keep a variant, and those who watch the note: once until they have seen it. Of a small correction nobody hears.</summary>
    static async Task TellOfRevision(CommunityContext db, Event happened, PostHeard post, Watchers watchers, CancellationToken stop)
    {
        if (await db.Revisions.AnyAsync(r => r.PostId == post.Id && r.At == happened.At && r.IsMinor, stop)) return;

        var wanted = new NoticesWanted();
        wanted.Add(NoticeKind.Base, await db.KeepersOfVariants(post.TopicId, stop));
        if (await db.Topics.AnyAsync(t => t.Id == post.TopicId && t.Kind == TopicKind.Note, stop)) wanted.Add(NoticeKind.NoteRevised, watchers);
        var unseen = await db.Notifications.Where(n => n.PostId == post.Id && (n.Kind == NoticeKind.Base || n.Kind == NoticeKind.NoteRevised) && n.SeenAt == null).Select(n => n.PersonId).ToListAsync(stop);
        unseen.AddRange(db.Notifications.Local.Where(n => n.EventId == happened.Id || n.PostId == post.Id && n.Kind is NoticeKind.Base or NoticeKind.NoteRevised).Select(n => n.PersonId));
        await Notify(db, happened, await wanted.Without(db, unseen, stop), post.TopicId, post.Id, post.SpaceId, stop, watchers);
    }

    static void AddAnswered(NoticesWanted wanted, PostHeard post)
    {
        if (post.Part == Part.Comment) wanted.Add(NoticeKind.Comment, [post.ParentAuthorId ?? post.StarterId]);
        if (post.Part == Part.Reply && post.ParentAuthorId is { } parent) wanted.Add(NoticeKind.Reply, [parent]);
        if (post.Part == Part.Reply) wanted.Add(NoticeKind.Reply, [post.StarterId]);
        if (post.Part == Part.Answer) wanted.Add(NoticeKind.Answer, [post.StarterId]);
    }

    static async Task TellOfAcceptance(CommunityContext db, Event happened, CancellationToken stop)
    {
        if (await PostOf(db, happened, stop) is not { } post || !await db.Acceptances.AnyAsync(a => a.PostId == post.Id, stop)) return;

        var wanted = new NoticesWanted();
        wanted.Add(NoticeKind.Accepted, [post.AuthorId]);
        await Notify(db, happened, await wanted.Without(db, await Heard(db, post.Id, accepted: true, stop), stop), post.TopicId, post.Id, post.SpaceId, stop);
        await QuestionNotices.TellOfAcceptance(db, happened, post.AuthorId, stop);
    }

    /// <summary>Whose post it is, of the note that it went into; once a note.</summary>
    static async Task TellOfNote(CommunityContext db, Event happened, CancellationToken stop)
    {
        var (ties, posts) = (db.LineageTies, db.Posts);
        var made = await db.Posts.AsNoTracking().Where(p => p.Id == happened.SubjectId && p.Standing == Standing.Published)
            .SelectMany(p => ties.Where(t => t.PostId == p.Id && t.ById == happened.ActorId && t.At == happened.At), (p, t) => new { p.AuthorId, NoteId = t.Block.TopicId, t.Block.Topic.SpaceId, OpeningId = posts.Where(o => o.TopicId == t.Block.TopicId && o.Part == Part.Opening).Select(o => o.Id).First() })
            .FirstOrDefaultAsync(stop);
        if (made is null) return;

        await TellOnce(db, happened, NoticeKind.Distilled, [made.AuthorId], made.NoteId, made.OpeningId, made.SpaceId, stop);
    }

    static async Task TellOfSuggestion(CommunityContext db, Event happened, CancellationToken stop)
    {
        if (happened is not { TopicId: { } noteId, SpaceId: { } spaceId }) return;

        var authorId = await db.Topics.Where(t => t.Id == noteId).Select(t => t.AuthorId).FirstAsync(stop);
        var keepers = (await db.PeopleKeeping(noteId, spaceId, stop)).Append(authorId).Distinct().ToList();
        // Where its author cannot take it in, somebody who can has to hear of it.
        if (await db.RequiresApproval(spaceId, stop) && keepers.TrueForAll(id => id == authorId)) keepers.AddRange(await db.StewardsOf(spaceId).Select(p => p.Id).ToListAsync(stop));
        await TellOnce(db, happened, NoticeKind.Suggested, keepers, noteId, happened.SubjectId, spaceId, stop);
    }

    static async Task TellOfDecision(CommunityContext db, Event happened, CancellationToken stop)
    {
        if (happened is not { TopicId: { } noteId, SpaceId: { } spaceId }) return;

        var authors = await db.Suggestions.Where(s => s.PostId == happened.SubjectId && s.DecidedAt == happened.At).Select(s => s.AuthorId).ToListAsync(stop);
        await TellOnce(db, happened, NoticeKind.Decided, authors, noteId, happened.SubjectId, spaceId, stop);
    }

    /// <summary>Each of them once of this event.</summary>
    static async Task TellOnce(CommunityContext db, Event happened, NoticeKind kind, IEnumerable<long> people, long topicId, long postId, long spaceId, CancellationToken stop)
    {
        var wanted = new NoticesWanted();
        wanted.Add(kind, people);
        var heard = await db.Notifications.Where(n => n.EventId == happened.Id && n.Kind == kind).Select(n => n.PersonId).ToListAsync(stop);
        await Notify(db, happened, await wanted.Without(db, heard, stop), topicId, postId, spaceId, stop);
    }

    static async Task TellOfMembership(CommunityContext db, Event happened, CancellationToken stop)
    {
        var membership = await db.Memberships.AsNoTracking().FirstOrDefaultAsync(m => m.PersonId == happened.SubjectId && m.SpaceId == happened.SpaceId, stop);
        if (membership?.ById is null || membership.ById == membership.PersonId) return;

        var wanted = new NoticesWanted();
        wanted.Add(NoticeKind.Enrolled, [membership.PersonId]);
        var heard = await db.Notifications.Where(n => n.EventId == happened.Id).Select(n => n.PersonId).ToListAsync(stop);
        await Notify(db, happened, await wanted.Without(db, heard, stop), null, null, membership.SpaceId, stop);
    }

    static async Task TellOfCare(CommunityContext db, Event happened, CancellationToken stop)
    {
        if (await NoteNotices.Of(db, happened, stop) is not { } concern) return;

        // Who has not seen the last one of its kind is not told again; a reminder is one.
        var kinds = concern.Wanted.Kinds.Where(kind => kind != NoticeKind.NoteDue).ToList();
        var heard = await db.Notifications.Where(n => n.EventId == happened.Id || n.PostId == concern.PostId && kinds.Contains(n.Kind) && n.SeenAt == null).Select(n => n.PersonId).ToListAsync(stop);
        heard.AddRange(db.Notifications.Local.Where(n => n.PostId == concern.PostId && kinds.Contains(n.Kind)).Select(n => n.PersonId));
        await Notify(db, happened, await concern.Wanted.Without(db, heard, stop), concern.TopicId, concern.PostId, concern.SpaceId, stop);
    }

    /// <param name="watchers">Where it is told of a topic: how much each wants to hear of that.</param>
    internal static async Task Notify(CommunityContext db, Event happened, WantedNotices wanted, long? topicId, long? postId, long spaceId, CancellationToken stop, Watchers? watchers = null)
    {
        // Also under a mask nobody hears of the own act.
        var actorId = happened.ActorId is { } by ? await db.Wearer(by, stop) : (long?)null;
        var ids = wanted.Kinds.Where(one => one.Key != actorId && watchers?.Wants(one.Key, one.Value) != false).Select(one => one.Key).ToList();
        if (ids.Count == 0) return;

        var people = await db.People.Where(p => ids.Contains(p.Id) && p.ClosedAt == null && !p.IsImported).Select(p => p.Id).ToListAsync(stop);
        var seeing = await Seeing(db, people, topicId, spaceId, stop);
        foreach (var personId in seeing.Order())
            db.Notifications.Add(new Notification(personId, wanted.Kinds[personId], happened.Id, topicId, postId, spaceId, happened.ActorId, happened.At, wanted.Quietly.Contains(personId)));
    }

    /// <summary>Those of these people before whom the topic lies open, or the space where there is none: as the gate has it, asked for all of them at once.</summary>
    static async Task<IEnumerable<long>> Seeing(CommunityContext db, List<long> people, long? topicId, long spaceId, CancellationToken stop)
    {
        var viewers = await db.Viewers(people, stop);
        if (topicId is null) return people.Where(id => viewers.TryGetValue(id, out var viewer) && viewer.CanRead(spaceId));

        var topic = await db.Topics.AsNoTracking().Where(t => t.Id == topicId).Select(t => new { t.SpaceId, t.AuthorId, IsOpen = t.Standing != Standing.Draft && t.Standing != Standing.Held }).FirstOrDefaultAsync(stop);
        return topic is null ? [] : people.Where(id => viewers.TryGetValue(id, out var viewer) && viewer.CanRead(topic.SpaceId) && (topic.IsOpen || viewer.Is(topic.AuthorId)));
    }

    /// <summary>Null when the post is out of sight.</summary>
    static Task<PostHeard?> PostOf(CommunityContext db, Event happened, CancellationToken stop) => db.Posts.AsNoTracking()
        .Where(p => p.Id == happened.SubjectId && p.Standing == Standing.Published)
        .Select(p => new PostHeard(p.Id, p.Part, p.AuthorId, p.TopicId, p.Topic.SpaceId, p.Topic.AuthorId, p.Parent == null ? null : (long?)p.Parent.AuthorId))
        .FirstOrDefaultAsync(stop);

    /// <summary>That a saved search found a post, or how a note is kept, is no reason not to say that it is an answer or names somebody.</summary>
    static readonly NoticeKind[] Beside = [NoticeKind.Found, NoticeKind.Base, NoticeKind.Distilled, NoticeKind.Suggested, NoticeKind.Decided, NoticeKind.Failed, NoticeKind.Heeded, NoticeKind.Due, NoticeKind.Invited, NoticeKind.PromiseNear, NoticeKind.MaskLooked, NoticeKind.AlsoAccepted, NoticeKind.NoteRevised, NoticeKind.Closed, NoticeKind.StepYours, NoticeKind.RunLate, NoticeKind.ReplyProposed, NoticeKind.ReplyDecided, .. Enum.GetValues<NoticeKind>().Where(kind => kind.IsOfCare || kind.IsOfActs)];

    /// <summary>Who has a notice of this post, also from earlier in the same batch.</summary>
    /// <param name="isNamedLater">Who only followed it until then, and is named in it now, hears of that.</param>
    static async Task<List<long>> Heard(CommunityContext db, long postId, bool accepted, CancellationToken stop, bool isNamedLater = false)
    {
        NoticeKind[] beside = isNamedLater ? [.. Beside, NoticeKind.Posted] : Beside;
        var before = await db.Notifications.Where(n => n.PostId == postId && n.Kind == NoticeKind.Accepted == accepted && !beside.Contains(n.Kind)).Select(n => n.PersonId).ToListAsync(stop);
        return [.. before, .. db.Notifications.Local.Where(n => n.PostId == postId && n.Kind == NoticeKind.Accepted == accepted && !beside.Contains(n.Kind)).Select(n => n.PersonId)];
    }

    sealed record PostHeard(long Id, Part Part, long AuthorId, long TopicId, long SpaceId, long StarterId, long? ParentAuthorId);
}
