using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics.Holding;
using Community.Topics.Voices;

namespace Community.Topics;

/// <summary>Starts a thread, asks a question or writes a note.</summary>
public sealed class StartTopic(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <param name="once">Makes the same request sent again the same topic.</param>
    /// <param name="draft">The version of the draft that it was written in; it goes with the same transaction.</param>
    /// <param name="speech">In whose name; null for the own.</param>
    /// <returns>The topic's id.</returns>
    /// <exception cref="HeldException">It was taken, and waits before others see it.</exception>
    /// <exception cref="CheckedException">Its author has to decide on something that was found in it.</exception>
    /// <exception cref="RefusedException">The space is not there or takes no topic from this person; title, text or tags cannot be taken.</exception>
    public async Task<long> Run(long personId, string space, TopicKind kind, string title, string body, IReadOnlyList<string> tags, Once? once = null, long? draft = null, Speech? speech = null, CancellationToken stop = default)
    {
        var text = await texts.Render(body, kind, Part.Opening, $"{title}\n{speech?.Interest}", speech?.MasksFound == true, stop);

        return HeldException.Unless(await store.WriteOnce(personId, once, clock.Now(), async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var held = await db.HoldStart(viewer, new HeldTopic(space, kind, tags) { Title = title, Body = text.Source }, text, speech ?? Speech.Unasked, clock.Now(), stop);
            var topic = held is null ? await db.Start(viewer, space, kind, title, text, tags, clock.Now(), stop, speech: speech) : null;
            await db.DropDraft(personId, DraftPlace.New(kind), draft, body, stop);
            await db.SaveChangesAsync(stop);
            return topic?.Id ?? -held!.Id;
        }, stop));
    }
}
