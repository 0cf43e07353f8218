using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Glossary;

/// <summary>How this area's verbs load the term they decide on, and hold its word.</summary>
static class TermLoading
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">There is no such term for this viewer, or the act is not theirs.</exception>
        public async Task<Term> TermFor(Viewer viewer, long termId, Act act, CancellationToken stop)
        {
            await db.LockRow("Terms", "Id", termId, stop);
            var term = await db.Terms.VisibleTo(viewer).FirstOrDefaultAsync(t => t.Id == termId, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such term, or it is not for you.");
            if (viewer.MayWithTerms(act, term.SpaceId)) return term;
            if (act == Act.RemoveTerm) throw new RefusedException(Refusal.Forbidden, "A steward of the space or a moderator removes terms and brings them back.");

            throw new RefusedException(Refusal.Forbidden, "You may read this term, but not change it. Ask a member of the space.");
        }

        /// <summary>Holds the glossary, and gives the live term that has the word there; null when the word is free.</summary>
        public async Task<Term?> TermWith(long? spaceId, string name, CancellationToken stop)
        {
            await db.LockName(FormattableString.Invariant($"{nameof(Glossary)} {spaceId}"), stop);
            var folded = Folded.Of(name);
            return await db.Terms.FirstOrDefaultAsync(t => t.SpaceId == spaceId && t.NameFolded == folded && t.RemovedAt == null, stop);
        }

        /// <exception cref="RefusedException">Another live term of the glossary has the word.</exception>
        public async Task DemandFree(Term term, string name, CancellationToken stop)
        {
            if (await db.TermWith(term.SpaceId, name, stop) is { } other && other.Id != term.Id) throw Taken(other);
        }
    }

    public static RefusedException Taken(Term other) =>
        new(Refusal.Conflict, "“{0}” is in this glossary already. Add to what stands there, or choose another word.", other.Name) { Field = nameof(Term.Name) };
}
