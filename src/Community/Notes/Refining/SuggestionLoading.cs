using Community.Governance;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Refining;

/// <summary>How suggestions are loaded: behind the gate.</summary>
public static class SuggestionLoading
{
    extension(CommunityContext db)
    {
        /// <summary>A suggestion with its note, both held, as somebody decides on it who keeps the note.</summary>
        /// <exception cref="RefusedException">There is none for this person, or the note is not theirs to keep.</exception>
        internal async Task<Suggestion> SuggestionToDecide(Viewer viewer, long id, CancellationToken stop)
        {
            var suggestion = await db.Suggestions.FirstOrDefaultAsync(s => s.Id == id, stop) ?? throw new RefusedException(Refusal.NotFound, "There is no such suggestion, or it is not for you.");
            var opening = await db.PostFor(viewer, suggestion.PostId, stop);
            await db.Entry(suggestion).ReloadAsync(stop);
            if (suggestion.AuthorId != viewer.PersonId && !viewer.May(Act.ReviseNote, opening.Topic.SpaceId, await NoteCapacity.Of(db, viewer, opening.Topic, stop))) throw new RefusedException(Refusal.NotFound, "There is no such suggestion, or it is not for you.");

            viewer.Demand(Act.ReviseNote, opening.Topic.SpaceId, await NoteCapacity.ToRevise(db, viewer, opening.Topic, stop), "Those who keep the note decide on it.");
            return suggestion;
        }

        /// <summary>Those that this person may see: the own ones, and all of notes that the person keeps.</summary>
        public async Task<IQueryable<Suggestion>> SuggestionsOf(Viewer viewer, Topic note, CancellationToken stop = default)
        {
            var isKeeper = viewer.May(Act.ReviseNote, note.SpaceId, await NoteCapacity.Of(db, viewer, note, stop));
            var personId = viewer.PersonId ?? 0;
            return db.Suggestions.AsNoTracking().Where(s => s.Post.TopicId == note.Id && (isKeeper || s.AuthorId == personId));
        }
    }
}
