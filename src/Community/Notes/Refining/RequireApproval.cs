using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Notes.Refining;

/// <summary>Says whether the notes of a space are approved before readers see what changed in them.</summary>
public sealed class RequireApproval(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not a steward or administrator.</exception>
    public Task Run(long personId, string slug, bool isRequired, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(personId, stop), slug, Act.Charter, stop);
        var standing = await db.NoteApprovals.FindAsync([space.Id], stop);
        if (isRequired == standing is not null) return;

        if (standing is null) db.NoteApprovals.Add(new NoteApproval(space.Id, personId, clock.Now()));
        else db.NoteApprovals.Remove(standing);
        space.TellCharter(isRequired ? "changes of notes are approved" : "changes of notes need no approval", personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
