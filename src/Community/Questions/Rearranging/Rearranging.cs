using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Rearranging;

/// <summary>What verbs that bring posts into another topic have in common. What hangs on a post goes with it by the post's id; what hangs on a topic is moved here or stays, as a test lists it.</summary>
static class Rearranging
{
    extension(CommunityContext db)
    {
        /// <summary>A topic to take posts from or bring them to, with all its posts.</summary>
        /// <exception cref="RefusedException">There is none for this viewer, or it is not this viewer's to rearrange.</exception>
        public async Task<Topic> TopicToRearrange(Viewer viewer, long topicId, CancellationToken stop)
        {
            var topic = await db.TopicFor(viewer, topicId, stop);
            viewer.Demand(Act.Rearrange, topic.SpaceId, sentence: "Only stewards and moderators of a space bring its posts into another topic, or others into its own.");
            await db.Entry(topic).Collection(t => t.Posts).LoadAsync(stop);
            await db.Entry(topic).Collection(t => t.Closures).LoadAsync(stop);
            return topic;
        }

        /// <summary>Both topics, held in the order of their ids: of two people who move between the same two, one waits.</summary>
        /// <exception cref="RefusedException">One of them is not there for this viewer or not this viewer's to rearrange; or the target takes nothing.</exception>
        public async Task<(Topic Source, Topic Target)> TopicsToRearrange(Viewer viewer, long sourceId, long targetId, CancellationToken stop)
        {
            if (sourceId == targetId) throw new RefusedException(Refusal.Invalid, "The posts stand in this topic already. Choose another one.") { Field = "Into" };

            await db.LockRow("Topics", "Id", Math.Min(sourceId, targetId), stop);
            var source = await db.TopicToRearrange(viewer, sourceId, stop);
            if (!await db.Topics.ListedFor(viewer).AnyAsync(t => t.Id == targetId, stop)) throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.") { Field = "Into" };
            var target = await db.TopicToRearrange(viewer, targetId, stop);
            return !target.IsClosed ? (source, target) : throw new RefusedException(Refusal.Conflict, "That topic is closed. Open it again first, or choose another one.") { Field = "Into" };
        }

        /// <exception cref="RefusedException">People could read the posts there who cannot read them here, and the viewer does not moderate both spaces, or does not say that it is meant so.</exception>
        public async Task DemandReaders(Viewer viewer, Topic source, long targetSpaceId, bool openly, CancellationToken stop)
        {
            if (await db.ReadersReadToo(targetSpaceId, source.SpaceId, stop)) return;
            if (!viewer.May(Act.Move, source.SpaceId) || !viewer.May(Act.Move, targetSpaceId))
                throw new RefusedException(Refusal.Forbidden, "Others may read there than here. Only who moderates both spaces brings posts there.") { Field = "Openly" };
            if (!openly) throw new RefusedException(Refusal.Conflict, "Others may read there than here. Look at each post, and say that they may read it.") { Field = "Openly" };
        }

        /// <summary>Brings the posts into the target with what hangs on them. The caller saves, and then calls <see cref="Follow"/>.</summary>
        public async Task<Rearrangement> Bring(RearrangementKind kind, Topic source, Topic target, IReadOnlyList<Post> posts, string reason, long personId, DateTime now, CancellationToken stop)
        {
            var made = db.Rearrangements.Add(new Rearrangement(kind, source, target, posts.Count, reason, personId, now)).Entity;
            made.OpeningId = posts.FirstOrDefault(p => p.Part == Part.Opening)?.Id;
            var wasQuestion = source.Kind == TopicKind.Question;
            var acceptance = await db.Acceptances.FindAsync([source.Id], stop);
            var accepted = posts.FirstOrDefault(p => p.Id == acceptance?.PostId);
            var takesOne = target.Kind == TopicKind.Question && (target.Id == 0 || await db.Acceptances.FindAsync([target.Id], stop) is null);
            target.Take(posts, source);
            if (accepted is not null)
            {
                db.Acceptances.Remove(acceptance!);
                if (wasQuestion && takesOne && accepted.Part == Part.Answer) db.Acceptances.Add(acceptance!.In(target));
                else if (wasQuestion) made.EndedPostId = accepted.Id;
                if (made.EndedPostId is not null) target.TellAcceptance(accepted, false, personId, now);
            }

            source.TellPostsMoved(personId, now);
            return made;
        }

        /// <summary>Brings along what is known by the target's id: drafts that were begun for a post, and, of a new topic, how far people have read.</summary>
        public async Task Follow(Rearrangement made, IReadOnlyList<Post> posts, CancellationToken stop)
        {
            var ids = posts.Select(p => p.Id).ToHashSet();
            var there = await db.Set<Draft>().Where(d => d.TopicId == made.ToId).Select(d => new { d.PersonId, d.Place }).ToListAsync(stop);
            foreach (var draft in await db.Set<Draft>().Where(d => d.TopicId == made.FromId).ToListAsync(stop))
            {
                var place = DraftPlace.Of(draft.Place);
                if (place.Kind == DraftKind.Reply && made.Kind == RearrangementKind.Merge) place = DraftPlace.ReplyIn(made.ToId);
                else if (place.Kind is not (DraftKind.Comment or DraftKind.Edit) || !ids.Contains(place.Id)) continue;
                if (!there.Exists(d => d.PersonId == draft.PersonId && d.Place == place.ToString())) draft.GoTo(place, made.ToId);
            }

            if (made.Kind == RearrangementKind.Split)
                db.ReadMarks.AddRange((await db.ReadMarks.AsNoTracking().Where(m => m.TopicId == made.FromId).ToListAsync(stop)).Select(m => new ReadMark(m.PersonId, made.ToId, m.PostId, m.At)));
            await db.SaveChangesAsync(stop);
        }
    }
}
