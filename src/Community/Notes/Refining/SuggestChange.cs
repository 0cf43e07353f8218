using Community.Events;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Refining;

/// <summary>Proposes a change to a note: whoever may read it may.</summary>
public sealed class SuggestChange(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    const int MostOpen = 20;

    /// <param name="basedOn">The revision that was read.</param>
    /// <param name="body">The whole text as it should be.</param>
    /// <param name="draft">The version of the draft that it was written in; it goes with the same transaction.</param>
    /// <returns>The suggestion's id.</returns>
    /// <exception cref="RefusedException">There is no such note for this person, nothing changed, no reason, or the text cannot be rendered.</exception>
    public async Task<long> Run(long personId, long noteId, int basedOn, string body, string reason, Once? once = null, long? draft = null, CancellationToken stop = default)
    {
        var text = await texts.Render(body, TopicKind.Note, Part.Opening, reason, stop: stop);
        var before = await store.Read(db => db.Revisions.Where(r => r.Post.TopicId == noteId && r.Post.Part == Part.Opening && r.Number == basedOn).Select(r => r.Source).FirstOrDefaultAsync(stop));
        if (before is not null && text.Found.Count > 0) text = text.Beyond(await texts.Render(before, TopicKind.Note, Part.Opening, stop: stop));

        return await store.WriteOnce(personId, once, clock.Now(), async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var note = await db.TopicFor(viewer, noteId, stop);
            if (note.Kind != TopicKind.Note) throw new RefusedException(Refusal.Invalid, "This is no practice note.");
            if (!viewer.IsSignedIn) throw new RefusedException(Refusal.Forbidden, "Sign in to suggest a change.");
            viewer.DemandActive();

            var opening = await db.Posts.Include(p => p.Topic).FirstAsync(p => p.TopicId == noteId && p.Part == Part.Opening, stop);
            opening.DemandInSight();
            var read = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.PostId == opening.Id && r.Number == basedOn, stop) ?? throw new RefusedException(Refusal.Invalid, "There is no such revision of this note.");
            if (new SuggestedParts(read.Source, body).All.Count == 0) throw new RefusedException(Refusal.Invalid, "Nothing is changed yet. Change the text as it should be, then send it.") { Field = "Body" };
            if (await db.Suggestions.CountAsync(s => s.AuthorId == personId && s.PostId == opening.Id && s.State == SuggestionState.Open, stop) >= MostOpen)
                throw new RefusedException(Refusal.Conflict, "{0} suggestions of yours wait at this note. Take one back, or wait for an answer.", MostOpen);

            db.DemandUnfound([.. text.Found.Select(one => new WordsFound("Body", one))], clock.Now(), note.SpaceId);
            var suggestion = db.Suggestions.Add(new Suggestion(opening, personId, basedOn, body, reason, clock.Now())).Entity;
            await db.DropDraft(personId, DraftPlace.SuggestionTo(opening.Id), draft, body, stop);
            await db.SaveChangesAsync(stop);
            note.TellOf(EventKind.Suggested, opening, clock.Now(), personId);
            await db.SaveChangesAsync(stop);
            return suggestion.Id;
        }, stop);
    }
}
