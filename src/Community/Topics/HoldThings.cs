using Community.People;
using Community.People.Retention;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>An administrator puts a person, a topic or a space on hold: nothing of it is forgotten or erased from now on.</summary>
public sealed class HoldThings(CommunityStore store, TimeProvider clock)
{
    /// <returns>The hold's id.</returns>
    /// <exception cref="RefusedException">Not an administrator, there is no such thing, or as of <see cref="LegalHold"/>.</exception>
    public Task<long> Run(long actorId, long? personId, long? topicId, string? space, DateTime? until, string? reason, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        if (personId is not null && !await db.People.AnyAsync(p => p.Id == personId && !p.IsMask, stop)) throw new RefusedException(Refusal.Invalid, "There is nobody of this name who can sign in. Choose a name from the list.") { Field = "What" };
        if (topicId is not null && !await db.Topics.AnyAsync(t => t.Id == topicId, stop)) throw new RefusedException(Refusal.Invalid, "There is no such topic, or it is not for you.") { Field = "What" };

        long? spaceId = string.IsNullOrEmpty(space) ? null : await db.Spaces.Where(s => s.Slug == space).Select(s => (long?)s.Id).FirstOrDefaultAsync(stop) ?? throw new RefusedException(Refusal.Invalid, "There is no such space.") { Field = "What" };
        var hold = db.LegalHolds.Add(new LegalHold(personId, topicId, spaceId, until, reason, actorId, clock.Now())).Entity;
        await db.SaveChangesAsync(stop);
        return hold.Id;
    }, stop);
}

/// <summary>What is held of topics.</summary>
static class HeldTopics
{
    extension(CommunityContext db)
    {
        /// <summary>Posts of which nothing may be lost: their topic or its space is held, or somebody who wrote or changed them.</summary>
        public IQueryable<Post> HeldPosts()
        {
            var (holds, people, moves) = (db.HoldsNow(), db.HeldPeople(), db.Rearrangements);
            // Posts that went from a held topic to another one are held there, with all that stands there.
            return db.Posts.Where(p => holds.Any(h => h.TopicId == p.TopicId || h.SpaceId == p.Topic.SpaceId || moves.Any(m => m.FromId == h.TopicId && m.ToId == p.TopicId)) || people.Any(one => one.Id == p.AuthorId) || p.Revisions.Any(r => people.Any(one => one.Id == r.EditorId)));
        }

        /// <summary>Drafts of people who are held, and of what is.</summary>
        public IQueryable<Draft> HeldDrafts()
        {
            var (holds, people, topics) = (db.HoldsNow(), db.HeldPeople(), db.Topics);
            return db.Drafts.Where(d => people.Any(p => p.Id == d.PersonId) || d.TopicId != null && holds.Any(h => h.TopicId == d.TopicId || topics.Any(t => t.Id == d.TopicId && t.SpaceId == h.SpaceId)));
        }
    }
}
