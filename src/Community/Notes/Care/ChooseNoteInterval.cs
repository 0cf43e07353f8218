using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Notes.Care;

/// <summary>Says after how long the notes of a space are checked again, from their next check on.</summary>
public sealed class ChooseNoteInterval(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not a steward or administrator, or the time cannot be taken.</exception>
    public Task Run(long personId, string slug, int months, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(personId, stop), slug, Act.Charter, stop);
        if (await db.NoteIntervals.FindAsync([space.Id], stop) is { } chosen) chosen.Set(months, personId, clock.Now());
        else db.NoteIntervals.Add(new NoteInterval(space.Id, months, personId, clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}
