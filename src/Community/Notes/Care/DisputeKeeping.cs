using Community.Notes.Lineage;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>Keeps disputes at the words that they are about while a note is revised, merged and taken apart again, as ties are kept at theirs.</summary>
static class DisputeKeeping
{
    /// <summary>What was disputed in a passage that another took in is disputed there. What is gone settles nothing: it waits on top of the note for its passage, or for a steward.</summary>
    /// <param name="kept">The blocks of the new revision.</param>
    /// <param name="went">Which block's words went into which of them, the nearest first: a block of this note, or of the one that is merged into it.</param>
    /// <param name="joinedId">The note that is merged into this one.</param>
    public static async Task Follow(CommunityContext db, Topic note, IReadOnlyList<NoteBlock> kept, IReadOnlyList<(long From, NoteBlock To)> went, long? joinedId, CancellationToken stop)
    {
        var open = await db.NoteDisputes.Where(d => d.SettledAt == null && d.BlockId != null && (d.TopicId == note.Id || d.TopicId == joinedId)).OrderBy(d => d.Id).ToListAsync(stop);
        if (open.Count == 0) return;

        var (standing, takers) = (kept.DistinctBy(b => b.Id).ToDictionary(b => b.Id), went.DistinctBy(w => w.From).ToDictionary(w => w.From, w => w.To));
        var taken = open.Where(d => d.TopicId == note.Id).Select(d => d.BlockId!.Value).ToHashSet();
        var hasComeFromJoined = open.Exists(d => d.TopicId == joinedId && takers.ContainsKey(d.BlockId!.Value));
        foreach (var dispute in open) Follow(dispute, note, standing, takers, taken);
        if (!hasComeFromJoined) return;

        await Recall(db, joinedId!.Value, stop);
        await Recall(db, note.Id, stop);
    }

    static void Follow(NoteDispute dispute, Topic note, Dictionary<long, NoteBlock> standing, Dictionary<long, NoteBlock> takers, HashSet<long> taken)
    {
        var at = dispute.BlockId!.Value;
        if (at != dispute.FirstBlockId && standing.TryGetValue(dispute.FirstBlockId!.Value, out var first) && taken.Add(first.Id)) dispute.MoveTo(first);
        else if (standing.ContainsKey(at) || !takers.TryGetValue(at, out var taker)) return;
        else if (taken.Add(taker.Id)) dispute.MoveTo(taker);
        else dispute.MoveTo(note.Id);
    }

    /// <summary>A merge was taken back: what came with the other note is disputed there again.</summary>
    public static async Task Return(CommunityContext db, Topic source, long targetId, CancellationToken stop)
    {
        var back = await db.NoteDisputes.Include(d => d.FirstBlock).Where(d => d.TopicId == targetId && d.SettledAt == null && d.FirstBlock!.TopicId == source.Id).ToListAsync(stop);
        if (back.Count == 0) return;

        foreach (var dispute in back) dispute.MoveTo(dispute.FirstBlock!);
        await Recall(db, source.Id, stop);
        await Recall(db, targetId, stop);
    }

    /// <summary>Since when each note is contradicted.</summary>
    static async Task Recall(CommunityContext db, long topicId, CancellationToken stop) => await db.SaveCare(await db.CareOf(await db.Topics.FirstAsync(t => t.Id == topicId, stop), stop), stop);
}
