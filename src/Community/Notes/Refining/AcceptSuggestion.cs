using Community.Events;
using Community.Notes.Lineage;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Refining;

/// <summary>Takes in a suggestion, or some of its changes: a new revision by the one who suggested it, beside what was saved since.</summary>
public sealed class AcceptSuggestion(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <param name="parts">Places in <see cref="SuggestedParts.All"/>; null takes all.</param>
    /// <param name="word">To its author; required when something is left out.</param>
    /// <exception cref="RefusedException">There is no such suggestion for this person; it was decided; the same passage was changed since.</exception>
    public async Task Run(long personId, long suggestionId, IReadOnlySet<int>? parts, string? word, CancellationToken stop = default)
    {
        var (suggested, revisionNumber, before, merged, isPart) = await store.Read(db => Merged(db, personId, suggestionId, parts, stop));
        var text = await texts.Render(merged, TopicKind.Note, Part.Opening, stop: stop);
        var added = text.Found.Count == 0 ? text : text.Beyond(await texts.Render(before, TopicKind.Note, Part.Opening, stop: stop));

        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var suggestion = await db.SuggestionToDecide(viewer, suggestionId, stop);
            var post = await db.PostFor(viewer, suggestion.PostId, stop);
            if (post.RevisionNumber != revisionNumber) throw new RefusedException(Refusal.Conflict, "Somebody saved a newer revision at this moment. Look at it again, and take the changes then.");

            var now = clock.Now();
            await db.DemandUnheldChange(viewer, post, added, now, stop);
            suggestion.Decide(isPart ? SuggestionState.Partly : SuggestionState.Accepted, personId, word, revisionNumber + 1, now);
            var summary = suggested.Reason.Length <= Revision.MaxSummaryLength ? suggested.Reason : suggested.Reason[..Revision.MaxSummaryLength];
            await PostRevising.Save(db, viewer, post, text, new Edit(merged, summary, revisionNumber) { ById = suggestion.AuthorId }, now, stop);
            if (post.RevisionNumber > revisionNumber) await BlockKeeping.Keep(db, post.Revisions[^1], text.Blocks, stop);
            post.Topic.TellOf(EventKind.SuggestionDecided, post, now, personId);
            await db.SaveChangesAsync(stop);
        }, stop);
    }

    static async Task<(Suggestion Suggested, int RevisionNumber, string Before, string Merged, bool IsPart)> Merged(CommunityContext db, long personId, long id, IReadOnlySet<int>? parts, CancellationToken stop)
    {
        // Nobody else is answered by what is in it.
        var suggestion = await db.SuggestionToDecide(await db.Viewer(personId, stop), id, stop);
        var sources = await db.Revisions.AsNoTracking().Where(r => r.PostId == suggestion.PostId && (r.Number == suggestion.BasedOn || r.Number == suggestion.Post.RevisionNumber)).ToDictionaryAsync(r => r.Number, r => r.Source, stop);
        var (before, now) = (sources[suggestion.BasedOn], sources[suggestion.Post.RevisionNumber]);
        var body = await TakeOutPassages.Without(db, suggestion.Post.TopicId, suggestion.Body, stop);
        var suggested = new SuggestedParts(before, body);
        if (parts is not null && (parts.Count == 0 || parts.Any(part => part < 0 || part >= suggested.All.Count))) throw new RefusedException(Refusal.Invalid, "Tick the changes that you take, or decline all of it.") { Field = "Parts" };

        var isPart = parts is not null && parts.Count < suggested.All.Count;
        var merged = BlockMerge.Of(before, isPart ? suggested.With(parts!) : body, now);
        return merged.Clashes.Count == 0
            ? (suggestion, suggestion.Post.RevisionNumber, now, merged.Text, isPart)
            : throw new RefusedException(Refusal.Conflict, "A passage that this changes was changed since. Leave that change out, or put both together under “Edit first”.");
    }
}
