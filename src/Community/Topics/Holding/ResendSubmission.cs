using Community.Spaces;
using Community.Store;
using Community.Topics.Voices;

namespace Community.Topics.Holding;

/// <summary>Its author mends what was returned, or what nobody has decided on yet.</summary>
public sealed class ResendSubmission(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <param name="title">For a new topic, or an opening; else ignored.</param>
    /// <exception cref="RefusedException">Nothing of this person's waits there; or the text cannot be taken.</exception>
    public async Task Run(long personId, long submissionId, string? title, string? body, string? justification, CancellationToken stop = default)
    {
        var text = await texts.Render(body, TopicKind.Thread, Part.Reply, title, stop: stop);

        await store.Write(async db =>
        {
            var (submission, now) = (await db.OwnSubmission(personId, submissionId, stop), clock.Now());
            var request = submission.ToRequest() with { Body = text.Source };
            if (request is HeldTopic or HeldEdit { NewTitle: not null }) request = request with { Title = TopicTitle.Clean(title ?? "") };
            if (request is HeldEdit { NewTitle: not null } edit) request = edit with { NewTitle = edit.Title };
            // Whatever it waited for, it waits for somebody: who mended it asks them to look again.
            var speech = new Speech(submission.Voice, submission.UnitId) { IsSure = true, IsToReviewer = true, Interest = submission.Interest, Justification = justification };
            await db.HoldAgain(await db.Viewer(personId, stop), submission, request, text, speech, now, stop);
            await db.SaveChangesAsync(stop);
        }, stop);
    }
}
