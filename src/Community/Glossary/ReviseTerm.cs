using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Glossary;

/// <summary>Gives a term another wording, meaning or synonyms. What it said before stays in its history.</summary>
public sealed class ReviseTerm(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="basedOn">The revision that the editor had before the eyes.</param>
    /// <exception cref="RefusedException">Not there, removed, not this person's, the word is taken, or somebody revised it meanwhile.</exception>
    public async Task Run(long personId, long termId, TermText text, int basedOn, string? summary = null, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([.. text.Fields, ("Summary", summary)], db => db.Terms.Where(t => t.Id == termId).Select(t => new[] { t.Name, t.Meaning, t.SynonymLines }).FirstOrDefaultAsync(stop));
        await store.Write(async db =>
        {
            var term = await db.TermFor(await db.Viewer(personId, stop), termId, Act.KeepTerms, stop);
            // The same text sent twice finds itself there.
            if (term.Says(text)) return;
            if (basedOn != term.RevisionNumber)
                throw new RefusedException(Refusal.Conflict, "Somebody revised this term meanwhile; what stands there now is shown below. Your text is kept: send it again if it is better.");

            await db.DemandFree(term, text.Name, stop);
            db.DemandUnfound(found, clock.Now(), term.SpaceId);
            term.Revise(text, personId, summary, clock.Now());
            await db.SaveChangesAsync(stop);
        }, stop);
    }
}
