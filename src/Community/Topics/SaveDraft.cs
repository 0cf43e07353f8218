using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Keeps what somebody types, so that it is there on every device of theirs. An empty text discards what was kept.</summary>
public sealed class SaveDraft(CommunityStore store, TimeProvider clock)
{
    /// <param name="basedOn">The version that the writer had before the eyes; null when there was none.</param>
    /// <returns>The version now kept; null when nothing is.</returns>
    /// <exception cref="StaleDraftException">Another text of theirs was saved at this place meanwhile; it stays.</exception>
    /// <exception cref="RefusedException">The place is not there for this person; the text is too large; there are too many drafts.</exception>
    public Task<long?> Run(long personId, DraftPlace place, DraftText text, long? basedOn, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.LockRow("People", "Id", personId, stop);
        var (key, now) = (place.ToString(), clock.Now());
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.PersonId == personId && d.Place == key, stop);
        if (draft is { DiscardedAt: null } && draft.Version != basedOn && draft.Text != text.ToJson())
            throw new StaleDraftException(draft.Version, draft.UpdatedAt, DraftText.OfJson(draft.Text));

        if (text.IsEmpty)
        {
            draft?.Discard(now);
            await db.SaveChangesAsync(stop);
            return (long?)null;
        }

        var topicId = await TopicOf(db, await db.Viewer(personId, stop), place, stop);
        if (draft is null && await db.Drafts.CountAsync(d => d.PersonId == personId && d.DiscardedAt == null, stop) >= Draft.MostPerPerson)
            throw new RefusedException(Refusal.TooMany, "You keep {0} drafts already. Send or discard some of them first.", Draft.MostPerPerson);

        if (draft is null) draft = db.Drafts.Add(new Draft(personId, place, topicId, text, now)).Entity;
        else draft.Write(text, now);
        await db.SaveChangesAsync(stop);
        return draft.Version;
    }, stop);

    /// <summary>Nothing is kept for a place that the person may not see: it would answer whether it exists.</summary>
    static async Task<long?> TopicOf(CommunityContext db, Viewer viewer, DraftPlace place, CancellationToken stop)
    {
        if (place.Kind == DraftKind.Topic) return null;

        var topicId = place.Kind is DraftKind.Reply or DraftKind.Merge or DraftKind.Variant
            ? await db.Topics.VisibleTo(viewer).Where(t => t.Id == place.Id).Select(t => (long?)t.Id).FirstOrDefaultAsync(stop)
            : await db.Posts.VisibleTo(viewer).Where(p => p.Id == place.Id).Select(p => (long?)p.TopicId).FirstOrDefaultAsync(stop);
        return topicId ?? throw new RefusedException(Refusal.NotFound, "There is no such post, or it is not for you.");
    }
}

/// <summary>The draft at a place was saved elsewhere meanwhile: both texts are kept, and the writer chooses.</summary>
public sealed class StaleDraftException(long version, DateTime at, DraftText text) : Exception("Another text was saved at this place meanwhile.")
{
    public long Version { get; } = version;

    public DateTime At { get; } = at;

    public DraftText Text { get; } = text;
}
