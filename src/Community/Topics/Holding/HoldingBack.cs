using Community.Governance;
using Community.Spaces.Voices;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Voices;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Holding;

/// <summary>Where a text waits, and as whom it is said: what every verb that posts words asks, inside its transaction.</summary>
static class HoldingBack
{
    /// <summary>How long what was said for others can be taken back before anybody sees it.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromSeconds(30);

    const int HoursToLook = 48;

    extension(CommunityContext db)
    {
        /// <returns>What waits, added and not saved; null where it may be posted now.</returns>
        /// <exception cref="CheckedException">Its author has to decide on something that was found.</exception>
        /// <exception cref="RefusedException">The author may not speak for others here, or has not said that they mean it.</exception>
        public async Task<Submission?> HoldBack(Viewer viewer, long spaceId, HeldRequest request, PostText text, Speech speech, DateTime now, CancellationToken stop)
        {
            if (speech.SubmissionId is { } id)
            {
                await db.LetThrough(viewer, id, stop);
                return null;
            }

            var grant = speech.Voice == Voice.Personal ? null : await db.GrantFor(viewer, spaceId, speech, now, stop);
            if (grant is not null && !speech.IsSure) throw new RefusedException(Refusal.Invalid, "This will stand there as said by {0}. Say that you mean it, or speak for yourself.", grant.Mask.Worn.Name) { Field = nameof(Voice) };

            var held = await db.HeldFor(viewer, spaceId, request, text, speech, grant, now, stop);
            if (held.Reasons.Count == 0 && (grant is null || request is HeldEdit)) return null;

            return db.Submissions.Add(new Submission(viewer.PersonId!.Value, spaceId, request, speech, held, now)).Entity;
        }

        /// <summary>Takes what its author mended; it goes on waiting, if only for somebody to see that it was mended.</summary>
        public async Task HoldAgain(Viewer viewer, Submission submission, HeldRequest request, PostText text, Speech speech, DateTime now, CancellationToken stop)
        {
            var grant = speech.Voice == Voice.Personal ? null : await db.GrantFor(viewer, submission.SpaceId, speech, now, stop);
            var held = await db.HeldFor(viewer, submission.SpaceId, request, text, speech, grant, now, stop);
            if (held.Reasons.Count == 0) held = held with { Reasons = submission.Reasons.Split('\n'), Within = TimeSpan.FromHours(HoursToLook) };
            submission.Resend(request, speech, held, now);
        }

        /// <summary>For what is put together in another way than in a form, and cannot wait.</summary>
        /// <exception cref="RefusedException">It would have to.</exception>
        public async Task DemandUnheld(Viewer viewer, long spaceId, HeldRequest request, PostText text, DateTime now, CancellationToken stop)
        {
            var held = await db.HeldFor(viewer, spaceId, request, text, Speech.Unasked, null, now, stop);
            if (held.Reasons.Count > 0) throw new RefusedException(Refusal.Conflict, "Somebody has to look at this before others see it ({0}). Take out what is meant, or write it in the form for a new note, where it can wait.", HeldReason.Of(held.Reasons[0])[0].Name);
        }

        /// <summary>The same for a change of a note that is made elsewhere than in its own form.</summary>
        /// <param name="added">The text, with what was found in it and not before.</param>
        /// <exception cref="RefusedException">It would have to wait; or the note is said in a voice that this person does not have.</exception>
        public async Task DemandUnheldChange(Viewer viewer, Post note, PostText added, DateTime now, CancellationToken stop)
        {
            var speech = await db.SpeechOn(note, Speech.Unasked, stop);
            var grant = speech.Voice == Voice.Personal ? null : await db.GrantFor(viewer, note.Topic.SpaceId, speech, now, stop);
            var request = new HeldEdit(note.TopicId, note.Id, null, note.RevisionNumber, null, null, false, true) { Body = added.Source };
            var held = await db.HeldFor(viewer, note.Topic.SpaceId, request, added, speech, grant, now, stop);
            if (held.Reasons.Count > 0) throw new RefusedException(Refusal.Conflict, "Somebody has to look at this change before others see it ({0}). Take out what is meant, or make the change in the note's own form, where it can wait.", HeldReason.Of(held.Reasons[0])[0].Name);
        }

        /// <summary>For words beside a post, which others see at once: nobody can look first.</summary>
        /// <param name="spaceIds">Where they are read; none where everybody reads them.</param>
        /// <exception cref="RefusedException">Something is looked for that stands in them.</exception>
        public void DemandUnfound(IReadOnlyList<WordsFound> found, DateTime now, params IReadOnlyList<long?> spaceIds)
        {
            var here = found.Where(one => one.What.SpaceId is null || spaceIds.Contains(one.What.SpaceId)).ToList();
            if (db.Judge(here.ConvertAll(one => one.What), Speech.Unasked, now) is [var first, ..])
                throw new RefusedException(Refusal.Invalid, "There is something in it that others must not read unasked ({0}: {1}). Put it in other words, and send it again.", first.Name, first.Why.TrimEnd('.')) { Field = here.Find(one => one.What.RuleId == first.Id)!.Field };
        }

        async Task<HeldFor> HeldFor(Viewer viewer, long spaceId, HeldRequest request, PostText text, Speech speech, VoiceGrant? grant, DateTime now, CancellationToken stop)
        {
            var reasons = new List<HeldReason>();
            if (grant is { NeedsSecond: true }) reasons.Add(new HeldReason(HeldKind.Voice, 0, grant.Mask.Worn.Name, ""));
            var rules = await db.RulesFor(viewer, spaceId, request, text, speech, now, stop);
            reasons.AddRange(rules.Select(rule => new HeldReason(HeldKind.Rule, rule.Id, rule.Name, rule.Why)));
            reasons.AddRange(db.Judge([.. text.Found.Where(found => (found.SpaceId is null || found.SpaceId == spaceId) && (found.Kind != GuardKind.Voice || speech.Voice == Voice.Personal))], speech, now));
            var within = reasons.Count == 0 ? UndoFor : TimeSpan.FromHours(rules.Select(rule => rule.Hours).DefaultIfEmpty(HoursToLook).Min());
            return new HeldFor([.. reasons.Select(reason => reason.ToString())], grant is { NeedsSecond: true }, within);
        }

        /// <summary>As whom it is said.</summary>
        /// <exception cref="RefusedException">The grant has ended meanwhile; or the own question without a name is spoken in.</exception>
        public async Task<long> SpeakerIn(Viewer viewer, long spaceId, Topic? topic, Speech speech, DateTime now, CancellationToken stop)
        {
            var own = topic is null ? viewer.PersonId!.Value : viewer.OwnNameIn(topic);
            if (speech.Voice == Voice.Personal) return own;
            if (topic?.MaskedAt is not null && viewer.Is(topic.AuthorId)) throw new RefusedException(Refusal.Invalid, "You asked this without your name. Speak for yourself here, or others see who asked.") { Field = nameof(Voice) };

            return (await db.GrantFor(viewer, spaceId, speech, now, stop)).MaskId;
        }

        async Task<VoiceGrant> GrantFor(Viewer viewer, long spaceId, Speech speech, DateTime now, CancellationToken stop)
        {
            var held = viewer.IsStaff ? await db.VoicesOf(viewer.PersonId!.Value, spaceId, now, stop) : [];
            return held.FirstOrDefault(g => g.Voice == speech.Voice && (speech.Voice == Voice.Institution || g.UnitId == speech.UnitId))
                ?? throw new RefusedException(Refusal.Forbidden, "You may not speak for others in this space, or not any more. Speak for yourself, or ask an administrator for it.") { Field = nameof(Voice) };
        }

        /// <exception cref="RefusedException">It was taken back or decided otherwise meanwhile.</exception>
        async Task LetThrough(Viewer viewer, long submissionId, CancellationToken stop)
        {
            await db.LockRow("Submissions", "Id", submissionId, stop);
            var submission = await db.Submissions.FirstOrDefaultAsync(s => s.Id == submissionId && s.PersonId == viewer.PersonId, stop);
            if (submission?.State != SubmissionState.Released) throw new RefusedException(Refusal.Conflict, "Somebody decided on this one meanwhile.");

            submission.LetOut();
        }

        async Task<List<ApprovalRule>> RulesFor(Viewer viewer, long spaceId, HeldRequest request, PostText text, Speech speech, DateTime now, CancellationToken stop)
        {
            var tier = viewer.In(spaceId)?.Tier;
            var rules = await db.ApprovalRules.AsNoTracking().Where(r => r.EndedAt == null && (r.SpaceId == null || r.SpaceId == spaceId)).OrderBy(r => r.Id).ToListAsync(stop);
            var fitting = rules.FindAll(r => r.HoldsOn(now) && (r.Voice is null || r.Voice == speech.Voice) && (r.Tier is null || r.Tier == tier) && (!r.HasAttachment || text.AttachmentIds.Count > 0)
                && (!r.OpeningsOnly || request is HeldTopic) && (r.AlsoEdits || request is not HeldEdit));
            if (fitting.TrueForAll(r => r.FirstPosts is null)) return fitting;

            var own = viewer.OwnIds.ToList();
            var posts = await db.Posts.CountAsync(p => own.Contains(p.AuthorId) && p.Standing == Standing.Published, stop);
            return fitting.FindAll(r => r.FirstPosts is null || posts < r.FirstPosts);
        }

        /// <summary>Decides on what was found, and counts it.</summary>
        List<HeldReason> Judge(List<Finding> found, Speech speech, DateTime now)
        {
            var isJustified = !string.IsNullOrWhiteSpace(speech.Justification) || speech.IsFalseAlarm;
            var (mustWait, mayStand) = (found.FindAll(f => f.Act == GuardAct.Hold), found.FindAll(f => f.Act == GuardAct.Justify));
            var isSent = speech.IsToReviewer || speech.IsByProgram && !isJustified;
            if (!isSent && mustWait.Count > 0) throw new CheckedException(found, true, "Somebody looks at this before others see it: change what is marked, or send it to them.");
            if (!isSent && mayStand.Count > 0 && !isJustified) throw new CheckedException(found, false, "Look at what is marked before you post it: mask it, put it in other words, say why it may stand, or send it to somebody who looks.");
            if (!isSent && !isJustified && !speech.IsMeant && !speech.IsByProgram && found.Exists(f => f.Act == GuardAct.Ask)) throw new CheckedException(found, false, "Look at what is marked, and say once more that you mean it.");

            List<Finding> held = isSent ? [.. mustWait, .. mayStand] : mustWait;
            foreach (var rule in found.DistinctBy(f => f.RuleId))
                db.CheckHits.Add(new CheckHit(rule.RuleId, held.Exists(f => f.RuleId == rule.RuleId) ? HitOutcome.Held : rule.Act is GuardAct.Inform or GuardAct.Ask ? HitOutcome.Informed : speech.IsFalseAlarm ? HitOutcome.FalseAlarm : HitOutcome.Justified, now));
            return [.. held.DistinctBy(f => f.RuleId).Select(f => new HeldReason(HeldKind.Check, f.RuleId, f.Name, f.Why))];
        }
    }
}
