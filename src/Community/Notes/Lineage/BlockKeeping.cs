using Community.Events;
using Community.Notes.Care;
using Community.Store;
using Community.Text;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Lineage;

/// <summary>Gives the blocks of a note's new revision the ids that they had, and their sources with them.</summary>
static class BlockKeeping
{
    /// <summary>To be called after the revision was saved, in the same transaction.</summary>
    /// <param name="joined">The text of another note that went into this one: its blocks hand on their sources.</param>
    /// <returns>The blocks of the new revision, in their order; saved.</returns>
    public static async Task<IReadOnlyList<NoteBlock>> Keep(CommunityContext db, Revision revision, IReadOnlyList<TextBlock> blocks, CancellationToken stop, Post? joined = null)
    {
        var note = revision.Post.Topic;
        var known = await db.NoteBlocks.Where(b => b.TopicId == note.Id).ToDictionaryAsync(b => b.Id, stop);
        var before = await Blocks(db, revision.PostId, revision.Number, stop);
        var texts = blocks.Select(block => revision.Source.Substring(block.Start, block.Length)).ToList();
        var aligned = BlockAlignment.Of(before.ConvertAll(old => old.Text), texts);
        var stood = known.Values.Where(b => b.GoneIn is null).ToHashSet();
        var recognised = aligned.Select(one => one.Old).OfType<int>().Select(old => before[old].Id).ToHashSet();
        // What comes back is known by its words: an old revision, or the words under the sign that stands for them.
        var others = known.Values.Where(b => !recognised.Contains(b.Id)).GroupBy(b => b.Fingerprint).ToDictionary(same => same.Key, same => same.MaxBy(b => b.GoneIn ?? int.MaxValue)!);

        var kept = new List<NoteBlock>(blocks.Count);
        foreach (var (text, i) in texts.Select((text, i) => (text, i)))
        {
            var block = aligned[i].Old is { } old ? known[before[old].Id] : others.Remove(Passage.FingerprintOf(text), out var back) ? back : null;
            if (block is null) block = db.NoteBlocks.Add(new NoteBlock(note, text)).Entity;
            else block.Stand(text);
            kept.Add(block);
        }

        foreach (var left in known.Values.Except(kept)) left.Leave(revision.Number);
        await db.SaveChangesAsync(stop);
        var layout = db.BlockLayouts.Add(new BlockLayout(revision, [.. kept.Select((block, i) => new PlacedBlock(block.Id, blocks[i]))])).Entity;
        var theirs = joined is null ? [] : await Blocks(db, joined.Id, joined.RevisionNumber + 1, stop);
        var fromOthers = BlockAlignment.Of(theirs.ConvertAll(other => other.Text), texts);
        List<List<long>> from = [.. aligned.Zip(fromOthers, (own, other) => own.Also.Select(also => before[also].Id).Concat(other.Old is { } old ? [theirs[old].Id] : []).Concat(other.Also.Select(also => theirs[also].Id)).ToList())];
        await Hand(db, kept, from, stop);
        await DisputeKeeping.Follow(db, note, kept, [.. WentInto(kept, fromOthers, theirs), .. kept.Zip(from).SelectMany(pair => pair.Second.Select(id => (id, pair.First)))], joined?.TopicId, stop);
        await TakeOutPassages.Again(db, layout, stop);
        await Tell(db, revision, [.. stood.Except(kept), .. kept.Except(stood)], stop);
        await db.SaveChangesAsync(stop);
        return kept;
    }

    /// <summary>The blocks of another note that stand in this one now, each where it is recognised best.</summary>
    static IEnumerable<(long From, NoteBlock To)> WentInto(List<NoteBlock> kept, IReadOnlyList<AlignedBlock> fromOthers, List<(long Id, string Text)> theirs) =>
        kept.Zip(fromOthers).Where(pair => pair.Second.Old is not null).Select(pair => (theirs[pair.Second.Old!.Value].Id, pair.First));

    /// <summary>The topics of sources say which notes they went into.</summary>
    static async Task Tell(CommunityContext db, Revision revision, List<NoteBlock> changed, CancellationToken stop)
    {
        var (ids, ties) = (changed.ConvertAll(b => b.Id), db.LineageTies);
        if (ids.Count == 0) return;

        foreach (var source in await db.Posts.Include(p => p.Topic).Where(p => ties.Any(t => t.PostId == p.Id && ids.Contains(t.BlockId))).OrderBy(p => p.Id).ToListAsync(stop))
            source.Topic.TellOf(EventKind.LineageChanged, source, revision.At, revision.EditorId);
    }

    /// <summary>Of the newest revision before this number that has any.</summary>
    static async Task<List<(long Id, string Text)>> Blocks(CommunityContext db, long postId, int number, CancellationToken stop)
    {
        var last = await db.BlockLayouts.AsNoTracking().Where(l => l.Revision.PostId == postId && l.Revision.Number < number)
            .OrderByDescending(l => l.Revision.Number).Select(l => new { Layout = l, l.Revision.Source }).FirstOrDefaultAsync(stop);
        return last is null ? [] : last.Layout.Blocks().ConvertAll(block => (block.Id, block.In(last.Source)));
    }

    /// <summary>A block that took in another's words has its sources, too.</summary>
    static async Task Hand(CommunityContext db, List<NoteBlock> kept, List<List<long>> from, CancellationToken stop)
    {
        var ids = from.SelectMany(each => each).ToHashSet();
        if (ids.Count == 0) return;

        var ties = (await db.LineageTies.AsNoTracking().Where(t => ids.Contains(t.BlockId)).ToListAsync(stop)).ToLookup(t => t.BlockId);
        foreach (var (block, others) in kept.Zip(from))
        {
            if (others.Count == 0) continue;

            var own = await db.LineageTies.AsNoTracking().Where(t => t.BlockId == block.Id).Select(t => new { t.PostId, t.Quote }).ToListAsync(stop);
            foreach (var tie in others.SelectMany(id => ties[id]).DistinctBy(t => (t.PostId, t.Quote)).Where(t => own.TrueForAll(o => o.PostId != t.PostId || o.Quote != t.Quote)))
                db.LineageTies.Add(tie.For(block));
        }
    }
}
