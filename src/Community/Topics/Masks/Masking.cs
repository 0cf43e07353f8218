using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Masks;

/// <summary>Where masks may be worn, and which is worn in a topic.</summary>
public static class Masking
{
    extension(CommunityContext db)
    {
        /// <summary>Whether a space takes questions without a name.</summary>
        public Task<bool> AllowsMasks(long spaceId, CancellationToken stop = default) => db.MaskRules.AnyAsync(r => r.SpaceId == spaceId, stop);

        /// <summary>A mask for a question to come, with its id: saved, in the transaction of the question.</summary>
        /// <exception cref="RefusedException">The space takes no questions without a name.</exception>
        internal async Task<Mask> PutOnMask(Viewer viewer, long spaceId, DateTime now, CancellationToken stop)
        {
            if (!await db.AllowsMasks(spaceId, stop))
                throw new RefusedException(Refusal.Invalid, "This space takes no questions without a name. Choose another one, or ask with your name.") { Field = "Masked" };

            Quietly.Go();
            var mask = db.Masks.Add(new Mask(viewer.PersonId!.Value, now)).Entity;
            await db.SaveChangesAsync(stop);
            return mask;
        }

        /// <summary>Asked before a topic comes into another space.</summary>
        /// <exception cref="RefusedException">It has an asker without a name, and that space takes none.</exception>
        internal async Task DemandMasksIn(Topic topic, long spaceId, CancellationToken stop)
        {
            if (topic.MaskedAt is not null && !await db.AllowsMasks(spaceId, stop))
                throw new RefusedException(Refusal.Conflict, "This question was asked without a name, and that space takes none. Choose one that does.");
        }

        /// <summary>The mask that is worn in a topic; its wearer loaded, the topic held.</summary>
        /// <exception cref="RefusedException">There is no such topic for this viewer, or nobody wears one.</exception>
        internal async Task<TopicMask> MaskIn(Viewer viewer, long topicId, CancellationToken stop)
        {
            var topic = await db.TopicFor(viewer, topicId, stop);
            return await db.TopicMasks.Include(m => m.Mask).FirstOrDefaultAsync(m => m.TopicId == topic.Id, stop)
                ?? throw new RefusedException(Refusal.NotFound, "Nobody asked this without a name.");
        }
    }
}
