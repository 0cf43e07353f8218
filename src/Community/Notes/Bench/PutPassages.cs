using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Bench;

/// <summary>Puts passages of the bench into a section of its note, each with its source; without a passage, an empty piece for one's own words.</summary>
public sealed class PutPassages(CommunityStore store)
{
    /// <param name="passageIds">In the order in which they are to stand; what lies in the note already is moved.</param>
    /// <param name="section">From 0.</param>
    /// <param name="order">Before which piece of the section they go; behind all when there are fewer.</param>
    /// <exception cref="RefusedException">There is no such section or passage.</exception>
    public Task Run(long personId, IReadOnlyList<long> passageIds, int section, int order = int.MaxValue, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.HoldBench(personId, stop);
        var passages = await db.BenchPassages.AsNoTracking().Where(p => p.PersonId == personId && passageIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        if (passages.Count < passageIds.Distinct().Count()) throw new RefusedException(Refusal.NotFound, "This passage does not lie on your bench.");

        var note = await db.BenchNotes.FindAsync([personId], stop);
        if (note is null || section < 0 || section >= note.Sections.Count) throw new RefusedException(Refusal.Invalid, "Choose the section that they go into.") { Field = "Into" };

        var blocks = await db.BenchOf(personId, stop);
        List<BenchBlock> put = passageIds.Count == 0
            ? [db.BenchBlocks.Add(new BenchBlock(personId, section, 0, "", null)).Entity]
            : [.. passageIds.Distinct().Select(id => blocks.Find(b => b.PassageId == id) ?? db.BenchBlocks.Add(new BenchBlock(personId, section, 0, passages[id].Text, id)).Entity)];
        var there = blocks.Where(b => b.Section == section && !put.Contains(b)).ToList();
        there.InsertRange(Math.Clamp(order, 0, there.Count), put);
        for (var i = 0; i < there.Count; i++) there[i].Place(section, i);
        await db.SaveChangesAsync(stop);
    }, stop);
}
