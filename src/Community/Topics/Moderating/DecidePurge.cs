using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Text;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Moderating;

/// <summary>A second moderator or administrator confirms a purge, and the text is gone; or somebody calls it off.</summary>
public sealed class DecidePurge(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, not this person's to do, decided already, on hold, or confirmed by the one who asked.</exception>
    public Task Run(long personId, long purgingId, bool isConfirmed, CancellationToken stop = default) => store.Write(async db =>
    {
        var postId = await db.Purgings.Where(p => p.Id == purgingId).Select(p => p.PostId).FirstOrDefaultAsync(stop);
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Purge, post, "Only moderators and administrators have a post purged.");
        var purging = await db.Purgings.FirstAsync(p => p.Id == purgingId, stop);

        if (isConfirmed) await Purge(db, post, purging, personId, stop);
        else purging.CallOff(personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);

    async Task Purge(CommunityContext db, Post post, Purging purging, long personId, CancellationToken stop)
    {
        var ties = db.Quotations;
        if (await db.HeldPosts().AnyAsync(p => p.Id == post.Id || ties.Any(q => q.PostId == p.Id && q.QuotedPostId == post.Id), stop)) throw new RefusedException(Refusal.Conflict, "This text is on hold, or one that quotes it, so that nothing of it is lost. An administrator ends the hold first.");

        var now = clock.Now();
        purging.Confirm(personId, now);
        var rule = await db.Rules.FirstAsync(r => r.Id == purging.RuleId, stop);
        await db.Entry(post).Collection(p => p.Revisions).LoadAsync(stop);
        db.Removals.Add(post.Purge(await db.RemovalOf(post, stop), rule, purging.Reason, personId, now));

        await db.NoteLinks.Where(l => l.PostId == post.Id).ExecuteDeleteAsync(stop);
        await Drafts(db, post, stop);
        await db.ForgetSubmissionsOf(post, stop);
        await Files(db, post, stop);
        await Quotations(db, post, stop);
    }

    /// <summary>Whoever was changing it has its words in a draft.</summary>
    static async Task Drafts(CommunityContext db, Post post, CancellationToken stop)
    {
        var places = new[] { DraftPlace.EditOf(post.Id).ToString(), DraftPlace.SuggestionTo(post.Id).ToString(), DraftPlace.MergeOf(post.TopicId).ToString(), DraftPlace.VariantOf(post.TopicId).ToString() };
        await db.Drafts.Where(d => places.Contains(d.Place)).ExecuteDeleteAsync(stop);
    }

    /// <summary>What no other text shows goes with it; the files themselves by the next sweep.</summary>
    static async Task Files(CommunityContext db, Post post, CancellationToken stop)
    {
        var revisions = post.Revisions.ConvertAll(r => r.Id);
        var ties = db.AttachmentTies;
        var tied = await ties.Where(t => revisions.Contains(t.RevisionId)).Select(t => t.AttachmentId).Distinct().ToListAsync(stop);
        await ties.Where(t => revisions.Contains(t.RevisionId)).ExecuteDeleteAsync(stop);
        var attachments = db.Attachments.Where(a => tied.Contains(a.Id) && !ties.Any(t => t.AttachmentId == a.Id));
        var sizes = db.Set<AttachmentSize>();
        await sizes.Where(s => attachments.Any(a => a.Id == s.AttachmentId)).ExecuteDeleteAsync(stop);
        await attachments.ExecuteDeleteAsync(stop);
    }

    /// <summary>Who quoted it has its words. They are blacked out where they stand, as long as they were, so that nothing else in those texts moves.</summary>
    static async Task Quotations(CommunityContext db, Post post, CancellationToken stop)
    {
        var ties = db.Quotations;
        foreach (var revision in await db.Revisions.Where(r => r.PostId != post.Id && ties.Any(q => q.PostId == r.PostId && q.QuotedPostId == post.Id)).ToListAsync(stop))
            revision.Blacken(BlackenedQuotes.InSource(revision.Source, post.Id), BlackenedQuotes.InHtml(revision.Html, post.Id));
    }
}
