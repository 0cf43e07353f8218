using Community.Events;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Finding;

/// <summary>Says, while asking, that a topic answers it. The draft of the question is put aside and can be brought back as long as any other.</summary>
public sealed class FindAnswer(CommunityStore store, TimeProvider clock)
{
    /// <param name="words">What the person was about to ask.</param>
    /// <param name="draft">The version of the draft that is put aside; null for none.</param>
    /// <returns>The find's id; the same one for the same person, topic and day.</returns>
    /// <exception cref="RefusedException">There is no such topic in sight of this person.</exception>
    public Task<long> Run(long personId, long topicId, string? words, long? draft = null, CancellationToken stop = default) => store.Write(async db =>
    {
        var (viewer, now) = (await db.Viewer(personId, stop), clock.Now());
        var topic = await db.TopicFor(viewer, topicId, stop);
        if (!viewer.IsSignedIn || topic.Standing != Standing.Published) throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.");

        var today = DateOnly.FromDateTime(now);
        var find = await db.Finds.FirstOrDefaultAsync(f => f.PersonId == personId && f.TopicId == topicId && f.Day == today, stop);
        if (find is null) find = db.Finds.Add(new Find(personId, topic, await Answer(db, topic, stop), words ?? "", draft, now)).Entity;
        else find.Say(words ?? "", draft, now);

        var place = DraftPlace.New(TopicKind.Question).ToString();
        if (draft is not null) (await db.Drafts.FirstOrDefaultAsync(d => d.PersonId == personId && d.Place == place && d.Version == draft, stop))?.Discard(now);
        topic.TellTopic(EventKind.Found, now, personId);
        await db.SaveChangesAsync(stop);
        return find.Id;
    }, stop);

    static async Task<long?> Answer(CommunityContext db, Topic topic, CancellationToken stop) => topic.Kind switch
    {
        TopicKind.Question => await db.Acceptances.Where(a => a.TopicId == topic.Id && a.Post!.Standing == Standing.Published).Select(a => (long?)a.PostId).FirstOrDefaultAsync(stop),
        TopicKind.Note => await db.Posts.Where(p => p.TopicId == topic.Id && p.Part == Part.Opening).Select(p => (long?)p.Id).FirstOrDefaultAsync(stop),
        _ => null,
    };
}
