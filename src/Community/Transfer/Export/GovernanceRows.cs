using Community.Governance;
using Community.People;
using Community.People.Guests;
using Community.Playbooks;
using Community.Policies;
using Community.Spaces.Voices;
using Community.Store;
using Community.Topics;
using Community.Topics.Moderating;
using Community.Topics.Voices;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Export;

/// <summary>The rows of how the community is governed. What waits for approval and what it was stopped for is not among them, and neither is who flagged something: that stays with those who moderate.</summary>
sealed class GovernanceRows(CommunityContext db, RowFiles files)
{
    public async Task Write(CancellationToken stop)
    {
        await Policies(stop);
        await Voices(stop);
        await Acts(stop);
        await Playbooks(stop);
        await files.Write("sponsorships", last => db.Sponsorships.Where(s => s.Id > last).OrderBy(s => s.Id), s => s.Id, s => new { s.Id, s.PersonId, s.SponsorId, s.Why, s.From, s.Until, s.EndedAt, s.End, s.EndReason }, stop);
    }

    async Task Policies(CancellationToken stop)
    {
        await files.Write("policies", last => db.Policies.Where(p => p.Id > last).OrderBy(p => p.Id), p => p.Id, p => new { p.Id, p.Title, p.Kind, p.OwnerId, p.TopicId, p.CreatedAt }, stop);
        await files.Write("policyVersions", last => db.PolicyVersions.Include(v => v.Scope).Where(v => v.Id > last).OrderBy(v => v.Id), v => v.Id,
            v => new { v.Id, v.PolicyId, v.Number, v.Title, v.Body, v.Summary, v.EffectiveOn, v.AsksAgain, v.EditorId, v.EditedAt, v.ReleasedById, v.ReleasedAt, Scope = v.Scope.OrderBy(s => s.Place).Select(s => new { s.Medium, s.Accounts }) }, stop);
        await files.Write("acknowledgements", last => db.Acknowledgements.Where(a => a.Id > last).OrderBy(a => a.Id), a => a.Id, a => new { a.Id, a.PolicyId, a.Number, a.PersonId, a.At }, stop);
    }

    /// <summary>Who speaks for the institution and its units, and what is said below what people say for themselves.</summary>
    async Task Voices(CancellationToken stop)
    {
        await files.Write("voices", last => db.Masks.Where(m => m.Id > last && m.Voice != Voice.Personal).OrderBy(m => m.Id).Select(m => new { m.Id, m.Voice, m.UnitId, m.Worn.Name, m.PersonId }), m => m.Id, m => m, stop);
        await files.Write("voiceGrants", last => db.VoiceGrants.Where(g => g.Id > last).OrderBy(g => g.Id), g => g.Id, g => new { g.Id, VoiceId = g.MaskId, g.PersonId, g.SpaceId, g.Until, g.NeedsSecond, g.Why, g.ById, g.At, g.EndedAt, g.EndedById }, stop);
        await files.Write("disclaimers", last => db.Disclaimers.Where(d => d.Id > last).OrderBy(d => d.Id), d => d.Id, d => new { d.Id, d.Number, d.Text, d.ById, d.At }, stop);
    }

    /// <summary>What was done about posts and people, and under which rule.</summary>
    async Task Acts(CancellationToken stop)
    {
        await files.Write("rules", last => db.Rules.Where(r => r.Id > last).OrderBy(r => r.Id), r => r.Id, r => new { r.Id, r.Number, r.Name, r.Text, r.Reason, r.RetiredAt }, stop);
        await files.Write("acts", last => db.Removals.Where(r => r.Id > last).OrderBy(r => r.Id), r => r.Id,
            r => new { r.Id, r.PostId, r.Kind, r.RuleId, r.RuleCited, r.ReasonClass, r.Reason, r.ById, r.At, r.LiftedAt, r.LiftedById, r.LiftReason }, stop);
        await files.Write("suspensions", last => db.Suspensions.Where(s => s.Id > last).OrderBy(s => s.Id), s => s.Id,
            s => new { s.Id, s.PersonId, s.RuleId, s.RuleCited, s.ReasonClass, s.Reason, s.ById, s.At, s.UntilAt, s.EndedAt, s.EndedById, s.EndReason }, stop);
        // Whose act it was says the suspension, or the post, which may have no name.
        await files.Write("appeals", last => db.Appeals.Where(a => a.Id > last).OrderBy(a => a.Id), a => a.Id, a => new { a.Id, ActId = a.RemovalId, a.SuspensionId, a.Words, a.At, a.JudgedById, a.JudgedAt, a.IsOverturned, a.Reason }, stop);
        await files.Write("flagCases", last => db.FlagCases.Include(c => c.Flags).Where(c => c.Id > last).OrderBy(c => c.Id), c => c.Id,
            c => new { c.Id, c.PostId, c.OpenedAt, Kinds = c.Flags.GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(g => new { Kind = g.Key, Flags = g.Count() }), c.Outcome, c.Reason, c.DecidedById, c.DecidedAt }, stop);
    }

    async Task Playbooks(CancellationToken stop)
    {
        await files.Write("playbooks", last => db.Playbooks.Where(p => p.Id > last).OrderBy(p => p.Id), p => p.Id, p => new { p.Id, p.Title, p.OwnerId, Version = p.VersionNumber, p.CreatedAt, p.RetiredAt }, stop);
        await files.Write("playbookVersions", last => db.PlaybookVersions.Include(v => v.Steps).Where(v => v.Id > last).OrderBy(v => v.Id), v => v.Id, v => new
        {
            v.Id,
            v.PlaybookId,
            v.Number,
            v.Scenario,
            v.OtherScenario,
            v.Title,
            v.When,
            v.Reply,
            Approver = v.ApproverParty is { } party ? new { Party = party, UnitId = v.ApproverUnitId, PersonId = v.ApproverPersonId } : null,
            v.Hours,
            v.ById,
            v.At,
            Steps = v.Steps.OrderBy(s => s.Number).Select(s => new { s.Number, s.Text, s.Party, s.UnitId, s.PersonId, s.Hours }),
        }, stop);
        await files.Write("playbookRuns", last => db.PlaybookRuns.Include(r => r.Steps).Where(r => r.Id > last && r.Post.Standing == Standing.Published).OrderBy(r => r.Id), r => r.Id, r => new
        {
            r.Id,
            r.PlaybookId,
            r.VersionId,
            r.PostId,
            r.StarterId,
            r.Why,
            r.StartedAt,
            r.DueAt,
            r.State,
            r.EndedAt,
            r.EndedById,
            r.Outcome,
            r.Reply,
            r.ReplyById,
            Approved = r.DecidedAt is null ? (bool?)null : r.IsApproved,
            r.DecidedById,
            r.DecidedAt,
            r.DecisionNote,
            Steps = r.Steps.OrderBy(s => s.Number).Select(s => new { s.Number, s.State, s.TakenById, s.ById, s.At, s.DueAt, s.Line }),
        }, stop);
    }
}
