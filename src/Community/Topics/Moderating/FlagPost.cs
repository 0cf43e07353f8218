using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Moderating;

/// <summary>Tells those who moderate that something is wrong with a post. Its author never learns who did.</summary>
public sealed class FlagPost(CommunityStore store, TimeProvider clock)
{
    /// <returns>The case's id.</returns>
    /// <exception cref="RefusedException">Not there, out of sight, one's own, flagged by this person already, too many in a day, or without a word.</exception>
    public Task<long> Run(long personId, long postId, ReasonClass kind, string? word, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Flag, post, "You need an account to flag a post.");
        if (viewer.Is(post.AuthorId)) throw new RefusedException(Refusal.Forbidden, "This is your own post. You can edit it or take it back.");
        if (post.Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This post is out of sight already.");

        var now = clock.Now();
        if (await db.Flags.CountAsync(f => f.PersonId == personId && f.At > now.AddDays(-1), stop) >= Flag.MostADay)
            throw new RefusedException(Refusal.TooMany, "You have flagged {0} posts within a day. Talk to a moderator instead.", Flag.MostADay);

        var open = await db.FlagCases.Include(c => c.Flags.Where(f => f.PersonId == personId)).FirstOrDefaultAsync(c => c.PostId == postId && c.DecidedAt == null, stop) ?? db.FlagCases.Add(new FlagCase(post, now)).Entity;
        open.Add(personId, kind, word, now);
        await db.SaveChangesAsync(stop);
        return open.Id;
    }, stop);
}
