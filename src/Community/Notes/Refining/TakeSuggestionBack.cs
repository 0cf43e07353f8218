using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Refining;

/// <summary>Its author takes a suggestion back.</summary>
public sealed class TakeSuggestionBack(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">It is not this person's, or was decided.</exception>
    public Task Run(long personId, long suggestionId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.LockRow("Suggestions", "Id", suggestionId, stop);
        var suggestion = await db.Suggestions.FirstOrDefaultAsync(s => s.Id == suggestionId && s.AuthorId == personId, stop) ?? throw new RefusedException(Refusal.NotFound, "There is no such suggestion, or it is not for you.");
        suggestion.Decide(SuggestionState.TakenBack, personId, null, null, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
