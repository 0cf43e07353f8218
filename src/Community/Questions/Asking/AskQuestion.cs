using Community.Governance;
using Community.People;
using Community.Questions.Promise;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Holding;
using Community.Topics.Voices;

namespace Community.Questions.Asking;

/// <summary>Asks a question, and says of whom.</summary>
public sealed class AskQuestion(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <param name="people">At most two, where named people are asked.</param>
    /// <param name="once">Makes the same request sent again the same question.</param>
    /// <param name="draft">The version of the draft that it was written in; it goes with the same transaction.</param>
    /// <param name="masked">Without the asker's name, where the space allows it.</param>
    /// <param name="needed">By which day an answer is needed, and why; null for none.</param>
    /// <returns>The question's id.</returns>
    /// <exception cref="RefusedException">As of <see cref="StartTopic"/>; or somebody named cannot be asked now.</exception>
    public async Task<long> Run(long personId, string space, string title, string body, IReadOnlyList<string> tags, AskedWhom asked, IReadOnlyList<long> people, Once? once = null, long? draft = null, bool masked = false, NeededBy? needed = null, Speech? speech = null, CancellationToken stop = default)
    {
        if (asked == AskedWhom.People && people.Count is 0 or > Invitation.MostAtOnce) throw new RefusedException(Refusal.Invalid, "Name one or two people, or leave it to the space.") { Field = "Asked" };
        var text = await texts.Render(body, TopicKind.Question, Part.Opening, $"{title}\n{needed?.Reason}\n{speech?.Interest}", speech?.MasksFound == true, stop);
        if (masked && speech is { Voice: not Voice.Personal }) throw new RefusedException(Refusal.Invalid, "Ask without your name, or for others: not both.") { Field = "Voice" };

        return HeldException.Unless(await store.WriteOnce(personId, once, clock.Now(), async db =>
        {
            var (viewer, now) = (await db.Viewer(personId, stop), clock.Now());
            if (await db.HoldStart(viewer, new HeldTopic(space, TopicKind.Question, tags, new AskedBesides(asked, people, masked, needed?.Day, needed?.Reason).ToJson()) { Title = title, Body = text.Source, IsMasked = masked }, text, speech ?? Speech.Unasked, now, stop) is { } held)
            {
                await db.DropDraft(personId, DraftPlace.New(TopicKind.Question), draft, body, stop);
                await db.SaveChangesAsync(stop);
                return -held.Id;
            }

            var topic = await db.Start(viewer, space, TopicKind.Question, title, text, tags, now, stop, masked, speech);
            if (needed is not null) await db.Say(topic, needed, viewer.NameIn(topic), now, stop);
            if (asked != AskedWhom.Space) db.AskedOf.Add(new AskedOf(topic, asked));
            await db.DropDraft(personId, DraftPlace.New(TopicKind.Question), draft, body, stop);
            await db.SaveChangesAsync(stop);
            if (asked == AskedWhom.People)
                foreach (var named in people.Distinct()) await db.Invite(topic, named, topic.AuthorId, isReferred: false, now, stop);
            await db.SaveChangesAsync(stop);
            return topic.Id;
        }, stop));
    }
}
