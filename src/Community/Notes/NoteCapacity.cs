using Community.Governance;
using Community.Notes.Care;
using Community.Notes.Refining;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes;

/// <summary>What a viewer is to a note.</summary>
public static class NoteCapacity
{
    /// <returns>Author, NoteSteward, both or nobody.</returns>
    public static async Task<Who> Of(CommunityContext db, Viewer viewer, Topic note, CancellationToken stop = default)
    {
        var isSteward = viewer.PersonId is { } personId && await db.NotesKeptBy(personId).AnyAsync(t => t.Id == note.Id, stop);
        return (viewer.Is(note.AuthorId) ? Who.Author : Who.Nobody) | (isSteward ? Who.NoteSteward : Who.Nobody);
    }

    /// <summary>The same for changing its text and deciding on changes: where the space requires approval, nobody approves the own note.</summary>
    public static async Task<Who> ToRevise(CommunityContext db, Viewer viewer, Topic note, CancellationToken stop = default) =>
        viewer.Is(note.AuthorId) && await db.RequiresApproval(note.SpaceId, stop) ? Who.Nobody : await Of(db, viewer, note, stop);
}
