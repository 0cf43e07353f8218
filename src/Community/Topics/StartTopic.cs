using Community.People;
using Community.Spaces;
using Community.Store;

namespace Community.Topics;

/// <summary>Starts a thread, asks a question or writes a note.</summary>
public sealed class StartTopic(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <param name="once">Makes the same request sent again the same topic.</param>
    /// <param name="draft">The version of the draft that it was written in; it goes with the same transaction.</param>
    /// <returns>The topic's id.</returns>
    /// <exception cref="RefusedException">The space is not there or takes no topic from this person; title, text or tags cannot be taken.</exception>
    public async Task<long> Run(long personId, string space, TopicKind kind, string title, string body, IReadOnlyList<string> tags, Once? once = null, long? draft = null, CancellationToken stop = default)
    {
        var text = await texts.Render(body, kind, Part.Opening, stop);

        return await store.WriteOnce(personId, once, clock.Now(), async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var topic = await db.Start(viewer, space, kind, title, text, tags, clock.Now(), stop);
            await db.DropDraft(personId, DraftPlace.New(kind), draft, body, stop);
            await db.SaveChangesAsync(stop);
            return topic.Id;
        }, stop);
    }
}
