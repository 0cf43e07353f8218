using Community.Store;

namespace Community.Notes.Bench;

/// <summary>Moves a piece of the bench's note up or down, from section to section where it comes to an end.</summary>
public sealed class MoveBenchBlock(CommunityStore store)
{
    /// <param name="by">-1 up, 1 down.</param>
    public Task Run(long personId, long blockId, int by, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.HoldBench(personId, stop);
        var blocks = await db.BenchOf(personId, stop);
        if (blocks.Find(b => b.Id == blockId) is not { } moved || await db.BenchNotes.FindAsync([personId], stop) is not { } note) return;

        var there = blocks.Where(b => b.Section == moved.Section).ToList();
        var (at, to) = (there.IndexOf(moved), there.IndexOf(moved) + Math.Sign(by));
        if (to >= 0 && to < there.Count)
        {
            (there[at], there[to]) = (there[to], there[at]);
            for (var i = 0; i < there.Count; i++) there[i].Place(moved.Section, i);
        }
        else if (moved.Section + Math.Sign(by) is var section && section >= 0 && section < note.Sections.Count)
        {
            var next = blocks.Where(b => b.Section == section).ToList();
            next.Insert(by < 0 ? next.Count : 0, moved);
            for (var i = 0; i < next.Count; i++) next[i].Place(section, i);
        }

        await db.SaveChangesAsync(stop);
    }, stop);
}
