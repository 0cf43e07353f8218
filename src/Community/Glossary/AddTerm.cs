using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Glossary;

/// <summary>Puts a word with its meaning into the glossary of a space or of the whole institution.</summary>
public sealed class AddTerm(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="space">The slug; null or empty for the whole institution.</param>
    /// <returns>The term's id; the same for the same text by the same person sent twice.</returns>
    /// <exception cref="RefusedException">No such space, not this person's to write in, the word is taken, or a field cannot be taken.</exception>
    public async Task<long> Run(long personId, string? space, TermText text, CancellationToken stop = default)
    {
        var found = await guards.CheckWords(text.Fields);
        return await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var spaceId = await Place(db, viewer, space, stop);

            if (await db.TermWith(spaceId, text.Name, stop) is { } other)
                return other.AuthorId == personId && other.Says(text) ? other.Id : throw TermLoading.Taken(other);

            db.DemandUnfound(found, clock.Now(), spaceId);
            var term = db.Terms.Add(new Term(spaceId, text, personId, clock.Now())).Entity;
            await db.SaveChangesAsync(stop);
            return term.Id;
        }, stop);
    }

    static async Task<long?> Place(CommunityContext db, Viewer viewer, string? slug, CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(slug))
        {
            var space = await db.SpaceFor(viewer, slug, stop);
            viewer.Demand(Act.KeepTerms, space.Id);
            return space.Id;
        }

        return viewer.MayWithTerms(Act.KeepTerms, null) ? null : throw new RefusedException(Refusal.NotFound, "There is no such space, or it is not for you.") { Field = "Space" };
    }
}
