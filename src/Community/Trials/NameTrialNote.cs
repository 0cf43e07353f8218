using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Trials;

/// <summary>Says which revision of which note took a trial in.</summary>
public sealed class NameTrialNote(CommunityStore store, TimeProvider clock)
{
    /// <param name="noteId">The note's topic.</param>
    /// <param name="revisionNumber">Null for its newest.</param>
    /// <exception cref="RefusedException">The trial is not there, not this person's to decide, or was not adopted; there is no such note, or no such revision of it.</exception>
    public Task Run(long personId, long trialId, long noteId, int? revisionNumber, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var trial = await db.TrialToKeep(viewer, trialId, stop);
        var newest = await db.Posts.ListedFor(viewer).Where(p => p.TopicId == noteId && p.Part == Part.Opening && p.Topic.Kind == TopicKind.Note).Select(p => (int?)p.RevisionNumber).FirstOrDefaultAsync(stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is no such note, or it is not for you.") { Field = "Note" };
        if (revisionNumber is < 1 || revisionNumber > newest) throw new RefusedException(Refusal.Invalid, "This note has revisions 1 to {0}.", newest) { Field = "Revision" };

        trial.BecomeNote(noteId, revisionNumber ?? newest, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
