using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Combining;

/// <summary>A note as somebody writes it for some.</summary>
/// <param name="UnitId">For the people of a unit; else <paramref name="ForWhom"/> says for whom.</param>
public sealed record VariantText(string Space, string Title, string Body, IReadOnlyList<string> Tags, long? UnitId, string? ForWhom);

/// <summary>Writes a note that says for one branch or system what another note says for all.</summary>
public sealed class MakeVariant(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <returns>The new note's id.</returns>
    /// <exception cref="RefusedException">The base is not there, the space takes no note from this person, or something typed cannot be taken.</exception>
    public async Task<long> Run(long personId, long baseId, VariantText variant, Once? once = null, long? draft = null, CancellationToken stop = default)
    {
        var text = await texts.Render(variant.Body, TopicKind.Note, Part.Opening, variant.Title, stop: stop);

        return await store.WriteOnce(personId, once, clock.Now(), async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var of = await db.TopicFor(viewer, baseId, stop);
            if (of.Kind != TopicKind.Note || of.Standing != Standing.Published) throw new RefusedException(Refusal.Invalid, "This is no practice note.");
            // A variant of a variant would hide what both say for all.
            if (await db.NoteVariants.AnyAsync(v => v.NoteId == baseId, stop)) throw new RefusedException(Refusal.Conflict, "This note is a variant itself. Make another one of the note that it varies.");
            if (variant.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit, stop)) throw new RefusedException(Refusal.Invalid, "There is no such unit. Choose one from the list.") { Field = "UnitId" };

            await db.DemandUnheldIn(viewer, variant.Space, variant.Title, text, clock.Now(), stop);
            var note = await db.Start(viewer, variant.Space, TopicKind.Note, variant.Title, text, variant.Tags, clock.Now(), stop);
            db.NoteVariants.Add(new NoteVariant(note, baseId, variant.UnitId, variant.ForWhom));
            await db.DropDraft(personId, DraftPlace.VariantOf(baseId), draft, variant.Body, stop);
            await db.SaveChangesAsync(stop);
            return note.Id;
        }, stop);
    }
}
