using Community.Events;
using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Notes.Refining;

/// <summary>Declines a suggestion, with the reason.</summary>
public sealed class DeclineSuggestion(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such suggestion for this person; it was decided; no reason.</exception>
    public Task Run(long personId, long suggestionId, string? word, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var suggestion = await db.SuggestionToDecide(viewer, suggestionId, stop);
        var now = clock.Now();
        suggestion.Decide(SuggestionState.Declined, personId, word, null, now);
        var post = await db.PostFor(viewer, suggestion.PostId, stop);
        post.Topic.TellOf(EventKind.SuggestionDecided, post, now, personId);
        await db.SaveChangesAsync(stop);
    }, stop);
}
