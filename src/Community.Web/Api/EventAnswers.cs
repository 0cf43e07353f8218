using Community.Events;
using Community.Glossary;
using Community.Governance;
using Community.People;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.People;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Reads the log behind the gate as it stands now.</summary>
sealed class EventAnswers(CommunityContext db, CurrentViewer current)
{
    /// <summary>How far one call looks for events that the caller may see.</summary>
    const int MostLooked = 500;

    public async Task<EventsAnswer> After(long after, int limit, CancellationToken stop)
    {
        var viewer = await current.Get();
        var looked = await db.Events.AsNoTracking().Where(e => e.Id > after).OrderBy(e => e.Id).Take(MostLooked).ToListAsync(stop);
        var visible = await Visible(looked, viewer, stop);
        var items = visible.Take(limit).ToList();
        var masked = await Masked(items, stop);
        var next = visible.Count > limit ? items[^1].Id : looked.Count > 0 ? looked[^1].Id : after;
        return new EventsAnswer([.. items.Select(e => new EventAnswer(e.Id, e.Kind, e.TopicId, e.PostId, e.SpaceId is { } space && viewer.CanRead(space) ? space : null,
            masked.Contains(e.Id) ? null : e.ActorId, e.At))], next, null);
    }

    async Task<List<Event>> Visible(List<Event> events, Viewer viewer, CancellationToken stop)
    {
        var topicIds = events.Select(e => e.TopicId).Distinct().ToList();
        var postIds = events.Select(e => e.PostId).Distinct().ToList();
        var topics = await db.Topics.VisibleTo(viewer).Where(t => topicIds.Contains(t.Id)).Select(t => t.Id).ToHashSetAsync(stop);
        var posts = await db.Posts.VisibleTo(viewer).Where(p => postIds.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(stop);
        var loose = events.Where(e => e.TopicId is null && e.SpaceId is null).ToLookup(e => e.Kind == EventKind.TagChanged, e => e.SubjectId);
        var (tagIds, personIds) = (loose[true].Distinct().ToList(), loose[false].Distinct().ToList());
        var tags = await db.TagsFor(viewer).Where(t => tagIds.Contains(t.Id)).Select(t => t.Id).ToHashSetAsync(stop);
        var people = await db.PeopleVisibleTo(viewer).Where(p => personIds.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(stop);

        return events.FindAll(e => e switch
        {
            // What waits is known to its author and to those who decide, and a run to those concerned, a guest's time to those who answer for them: they read it elsewhere.
            { Kind: EventKind.Held or EventKind.Judged or EventKind.JudgingLate or EventKind.GuardsChanged or EventKind.GuestChanged or EventKind.GuestEnding or EventKind.GuestAlone or EventKind.PolicyChanged or EventKind.PolicyAsks or EventKind.RetentionChanged } or { Kind.IsAboutPlaybooks: true } => false,
            { Kind.IsForModerators: true } => viewer.IsModerator,
            { TopicId: { } topicId } => topics.Contains(topicId) && (e.PostId is not { } postId || posts.Contains(postId)),
            { SpaceId: { } spaceId } => viewer.CanRead(spaceId),
            { Kind: EventKind.TagChanged } => tags.Contains(e.SubjectId),
            { Kind.IsAboutTerm: true } => viewer.ReadsTermsOf(null),
            { Kind: EventKind.RuleChanged or EventKind.InstitutionChanged or EventKind.UnitChanged or EventKind.GapChanged } => viewer.IsStaff,
            { Kind: EventKind.PreferencesChanged } => e.SubjectId == viewer.PersonId,
            _ => people.Contains(e.SubjectId),
        });
    }

    /// <summary>Events whose actor stays unknown: by their kind, or because it is an author who is not named where it happened.</summary>
    async Task<HashSet<long>> Masked(List<Event> events, CancellationToken stop)
    {
        var topicIds = events.Select(e => e.TopicId).OfType<long>().Distinct().ToList();
        var nameless = await db.Posts.AsNoTracking().Where(p => topicIds.Contains(p.TopicId) && (p.UnnamedAt != null || p.Standing == Standing.Withdrawn || p.Standing == Standing.Removed))
            .Select(p => new { p.Id, p.TopicId, p.AuthorId, InAll = p.UnnamedAt != null || p.Part == Part.Opening }).ToListAsync(stop);
        var ofPost = nameless.Select(p => ((long?)p.Id, (long?)p.AuthorId)).ToHashSet();
        var ofTopic = nameless.Where(p => p.InAll).Select(p => ((long?)p.TopicId, (long?)p.AuthorId)).ToHashSet();
        var actorIds = events.Select(e => e.ActorId).OfType<long>().Distinct().ToList();
        var masks = await db.People.Where(p => p.IsMask && actorIds.Contains(p.Id)).Select(p => (long?)p.Id).ToHashSetAsync(stop);
        return [.. events.Where(e => e.Kind.HidesActor || masks.Contains(e.ActorId) || ofPost.Contains((e.PostId, e.ActorId)) || ofTopic.Contains((e.TopicId, e.ActorId))).Select(e => e.Id)];
    }
}
