using Community.Governance;
using Community.Notes;
using Community.Notes.Care;
using Community.Notes.Refining;
using Community.Questions;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Care;

/// <summary>Loads how a note is kept. Ask only for notes that came through the gate in this request.</summary>
public sealed class NoteCareLoading(CommunityContext db, KnownCommunity community, KnownTopics known, KnownKeepers keepers, DisputeLoading disputes, CurrentViewer current, TimeProvider clock)
{
    const int MostDoubts = 20;

    /// <summary>Null for what is no note, or out of sight.</summary>
    public async Task<NoteCareView?> Of(long topicId)
    {
        var viewer = await current.Get();
        if (await db.Topics.AsNoTracking().ListedFor(viewer).FirstOrDefaultAsync(t => t.Id == topicId && t.Kind == TopicKind.Note) is not { } note) return null;
        if (await known.Facts(topicId) is not { Note: { } standing }) return null;

        var keep = await keepers.Of(topicId);
        var ground = await community.Ground();
        var since = standing.CheckedAt;
        var words = await db.NoteVerdicts.AsNoTracking().Where(v => v.TopicId == topicId && (v.EndedAt == null || v.PersonId != v.EndedById) && v.At >= since).GroupBy(v => v.Answer).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var mine = viewer.PersonId is { } me ? await db.NoteVerdicts.AsNoTracking().Where(v => v.TopicId == topicId && v.PersonId == me && v.EndedAt == null && (v.Answer == Verdict.No || v.At >= since)).OrderByDescending(v => v.Id).FirstOrDefaultAsync() : null;
        var also = viewer.IsSignedIn ? await NoteCapacity.Of(db, viewer, note) : Who.Nobody;
        var opening = await db.Posts.Where(p => p.TopicId == topicId && p.Part == Part.Opening).Select(p => new { p.Id, p.RevisionNumber }).FirstAsync();

        return new NoteCareView(topicId, opening.Id, standing.On(clock.Now()), standing, standing.CheckedById is { } by ? (await Names([by]))[by] : null, await Known(keep.PersonIds), [.. keep.UnitIds.Where(ground.Units.ContainsKey).Select(id => new Named(id, ground.Units[id]))],
            keep.IsOrphan && viewer.IsSignedIn ? await db.StewardsOf(note.SpaceId).OrderBy(p => p.Name).Select(p => new Named(p.Id, p.Name)).ToListAsync() : [],
            standing.OutdatedAt is null ? null : await Outdated(topicId), standing.DisputedAt is null ? NoteDisputes.None : await disputes.Of(topicId), standing.DisputedAt is null || !viewer.IsSignedIn ? [] : await Doubts(topicId),
            words.GetValueOrDefault(Verdict.Yes), words.GetValueOrDefault(Verdict.Unsure), viewer.May(Act.KeepNote, note.SpaceId, also), viewer.May(Act.SayStillTrue, note.SpaceId), mine)
        {
            DisputedPassages = standing.On(clock.Now()) == NoteState.Disputed ? await Passages(topicId) : 0,
            Approval = await db.ApprovalOf(note),
            MayCheck = viewer.IsSignedIn && viewer.May(Act.KeepNote, note.SpaceId, await NoteCapacity.ToRevise(db, viewer, note)),
            Looked = new Looked(opening.RevisionNumber, await db.NoteVerdicts.Where(v => v.TopicId == topicId && v.EndedAt == null && v.Answer != Verdict.Yes).MaxAsync(v => (long?)v.Id) ?? 0),
        };
    }

    async Task<Marked?> Outdated(long topicId)
    {
        if (await db.NoteOutdatings.AsNoTracking().Where(o => o.TopicId == topicId && o.EndedAt == null).OrderByDescending(o => o.Id).FirstOrDefaultAsync() is not { } marked) return null;

        return new Marked(marked.Reason, (await Names([marked.ById]))[marked.ById], marked.At);
    }

    /// <summary>None where a reader doubts the note, too.</summary>
    async Task<int> Passages(long topicId)
    {
        var found = await disputes.Of(topicId);
        return found.OnTop.Any() || await db.NoteVerdicts.AnyAsync(v => v.TopicId == topicId && v.Answer == Verdict.No && v.EndedAt == null) ? 0 : found.All.Count;
    }

    async Task<IReadOnlyList<Doubt>> Doubts(long topicId)
    {
        var doubts = await db.NoteVerdicts.AsNoTracking().Where(v => v.TopicId == topicId && v.Answer == Verdict.No && v.EndedAt == null).OrderBy(v => v.Id).Take(MostDoubts).ToListAsync();
        var names = await Names([.. doubts.Select(d => d.PersonId)]);
        return doubts.ConvertAll(d => new Doubt(names[d.PersonId], d.Word, d.At));
    }

    async Task<IReadOnlyList<Named>> Known(IReadOnlyList<long> ids)
    {
        var names = await Names(ids);
        return [.. ids.Select(id => names[id]).OrderBy(person => person.Name, StringComparer.CurrentCulture)];
    }

    async Task<Dictionary<long, Named>> Names(IReadOnlyList<long> ids)
    {
        var names = await community.Names(ids);
        return ids.Distinct().ToDictionary(id => id, id => new Named(id, names.TryGetValue(id, out var name) ? name.Name : "—", name is { IsMask: true }));
    }
}
