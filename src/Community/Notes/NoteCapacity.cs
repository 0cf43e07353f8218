using Community.Governance;
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
        var isSteward = await db.NoteStewardships.AnyAsync(s => s.TopicId == note.Id && s.PersonId == viewer.PersonId, stop);
        return (note.AuthorId == viewer.PersonId ? Who.Author : Who.Nobody) | (isSteward ? Who.NoteSteward : Who.Nobody);
    }
}
