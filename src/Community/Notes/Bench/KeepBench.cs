using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Bench;

/// <summary>What the bench's note says, as typed.</summary>
/// <param name="Texts">By block.</param>
public sealed record BenchDraft(string Title, string Purpose, string Space, string Tags, IReadOnlyList<string> Headings, IReadOnlyDictionary<long, string> Texts);

/// <summary>Keeps what somebody typed at the bench.</summary>
public sealed class KeepBench(CommunityStore store)
{
    /// <exception cref="RefusedException">Something is longer than it may be.</exception>
    public Task Run(long personId, BenchDraft draft, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.HoldBench(personId, stop);
        var note = await db.BenchNotes.FindAsync([personId], stop) ?? db.BenchNotes.Add(new BenchNote(personId, NoteSkeleton.Headings)).Entity;
        note.Keep(draft.Title, draft.Purpose, draft.Space, draft.Tags, draft.Headings);
        foreach (var block in await db.BenchBlocks.Where(b => b.PersonId == personId).ToListAsync(stop))
            if (draft.Texts.TryGetValue(block.Id, out var text)) block.Write(text);

        await db.SaveChangesAsync(stop);
    }, stop);
}
