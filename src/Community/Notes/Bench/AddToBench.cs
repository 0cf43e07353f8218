using Community.Notes.Lineage;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Text;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Bench;

/// <summary>Takes a passage of a post to one's bench, or all of the post.</summary>
public sealed class AddToBench(CommunityStore store, TimeProvider clock)
{
    /// <param name="text">As it is shown; empty for all that it says itself, as it was typed.</param>
    /// <returns>The passage's id; of one that lies there already, that one's.</returns>
    /// <exception cref="RefusedException">The post is not there or out of sight, or does not say this; the bench is full.</exception>
    public Task<long> Run(long personId, long postId, string? text, Once? once = null, CancellationToken stop = default) => store.WriteOnce(personId, once, clock.Now(), async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        if (!viewer.IsSignedIn) throw new RefusedException(Refusal.Forbidden, "Sign in to gather what was said.");
        if (post.Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This post is out of sight; nothing is taken from it.");

        var revision = await db.Revisions.AsNoTracking().FirstAsync(r => r.PostId == postId && r.Number == post.RevisionNumber, stop);
        // What it quotes is another's, and may be out of this person's sight.
        var passage = string.IsNullOrWhiteSpace(text) ? QuotedSource.Without(revision.Source) : text.Trim();
        if (passage.Length == 0 || !string.IsNullOrWhiteSpace(text) && !Passage.HoldsHtml(revision.Html, passage))
            throw new RefusedException(Refusal.Invalid, "The post does not say this itself. Look at it again and select anew.") { Field = "Text" };

        var there = await db.BenchPassages.Where(p => p.PersonId == personId).ToListAsync(stop);
        if (there.Find(p => p.PostId == postId && p.Text == passage) is { } same) return same.Id;
        if (there.Count >= BenchPassage.MostOnBench) throw new RefusedException(Refusal.Conflict, "The bench holds {0} passages. Publish the note, or put some away.", BenchPassage.MostOnBench);

        var added = db.BenchPassages.Add(new BenchPassage(personId, post, passage, clock.Now())).Entity;
        if (await db.BenchNotes.FindAsync([personId], stop) is null) db.BenchNotes.Add(new BenchNote(personId, NoteSkeleton.Headings));
        await db.SaveChangesAsync(stop);
        return added.Id;
    }, stop);
}
