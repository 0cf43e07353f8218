using Community.Events;
using Community.Glossary;
using Community.People;
using Community.Questions;
using Community.Questions.Finding;
using Community.Reports;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Transfer.Archives;
using Community.Trials;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Export;

/// <summary>The rows, a JSON object a line. What is written is named here, column by column, so that a secret added to a table tomorrow does not go out by itself.</summary>
sealed class RowExport(CommunityContext db, NewArchive archive, ExportedNames names)
{
    readonly RowFiles files = new(archive);

    public async Task Run(bool withEmails, CancellationToken stop)
    {
        var (accounts, units, revisions) = (db.Accounts, db.Units, db.Revisions);
        await files.Write("spaces", last => db.Spaces.Where(s => s.Id > last).OrderBy(s => s.Id), s => s.Id, s => new { s.Id, s.Slug, s.Name, s.Purpose, s.Tier, s.CreatedAt }, stop);
        await files.Write("people", last => db.People.Where(p => p.Id > last && !p.IsMask).OrderBy(p => p.Id).Select(p => new
        {
            p.Id,
            p.Name,
            p.Role,
            Unit = units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault(),
            p.Position,
            p.AskMeAbout,
            p.IsImported,
            p.CreatedAt,
            p.ClosedAt,
            Email = withEmails ? accounts.Where(a => a.PersonId == p.Id).Select(a => a.Email).FirstOrDefault() : null,
        }), p => p.Id, p => p, stop);
        await files.Write("tags", last => db.Tags.Include(t => t.Synonyms).Where(t => t.Id > last && db.Set<TopicTag>().Any(u => u.TagId == t.Id)).OrderBy(t => t.Id), t => t.Id,
            t => new { t.Id, t.Name, t.Description, Synonyms = t.Synonyms.Select(s => s.Name).Order(StringComparer.Ordinal) }, stop);
        await files.Write("topics", last => db.Exported.Where(t => t.Id > last).OrderBy(t => t.Id), t => t.Id, t => new
        {
            t.Id,
            t.Kind,
            t.SpaceId,
            Title = t.Standing == Standing.Published ? t.Title : null,
            AuthorId = names.Shown(t.Id, t.AuthorId),
            t.Standing,
            t.CreatedAt,
            t.LastPostAt,
            t.ClosedAt,
            t.ReplyCount,
        }, stop);
        var (exported, links) = (db.Exported, db.TopicLinks);
        await files.Write("topicLinks", last => exported.Where(t => t.Id > last && links.Any(l => l.FromTopicId == t.Id && exported.Any(o => o.Id == l.ToTopicId))).OrderBy(t => t.Id)
            .Select(t => new { t.Id, Links = links.Where(l => l.FromTopicId == t.Id && exported.Any(o => o.Id == l.ToTopicId)).OrderBy(l => l.ToTopicId).ThenBy(l => l.Kind).Select(l => new { l.ToTopicId, l.Kind }).ToList() }), t => t.Id,
            t => new { FromTopicId = t.Id, t.Links }, stop);
        await files.Write("rearrangements", last => db.Rearrangements.Where(r => r.Id > last && exported.Any(t => t.Id == r.FromId) && exported.Any(t => t.Id == r.ToId)).OrderBy(r => r.Id), r => r.Id,
            r => new { r.Id, r.Kind, r.FromId, r.ToId, r.PostCount, r.Reason, r.ById, r.At, r.EndedPostId }, stop);
        await files.Write("posts", last => Seen(last).Select(p => new { Post = p, Source = p.Standing == Standing.Published ? revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Source).FirstOrDefault() : null }), p => p.Post.Id, p => new
        {
            p.Post.Id,
            p.Post.TopicId,
            p.Post.Part,
            p.Post.ParentId,
            AuthorId = names.Shown(p.Post.TopicId, p.Post.AuthorId),
            AuthorName = names.Author(p.Post.TopicId, p.Post.AuthorId, p.Post.AuthorName),
            p.Post.Standing,
            p.Post.CreatedAt,
            p.Post.EditedAt,
            p.Post.Score,
            Body = p.Source,
        }, stop);
        await files.Write("revisions", last => db.Revisions.Where(r => r.Id > last && r.Post.Standing == Standing.Published && r.Post.Topic.Standing != Standing.Draft && r.Post.Topic.Standing != Standing.Held).OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.PostId, r.Post.TopicId, r.Number, r.EditorId, r.Summary, r.At, r.Source }), r => r.Id,
            r => new { r.PostId, r.Number, EditorId = names.Shown(r.TopicId, r.EditorId), r.At, r.Summary, Body = r.Source }, stop);
        await files.Write("terms", last => db.Terms.Where(t => t.Id > last && t.RemovedAt == null).OrderBy(t => t.Id), t => t.Id,
            t => new { t.Id, t.SpaceId, t.Name, t.Meaning, t.Synonyms, t.AuthorId, t.CreatedAt }, stop);
        await files.Write("termRevisions", last => db.TermRevisions.Where(r => r.Id > last && r.Term.RemovedAt == null).OrderBy(r => r.Id), r => r.Id,
            r => new { r.TermId, r.Number, r.Name, r.Meaning, r.Synonyms, r.EditorId, r.At, r.Summary }, stop);
        await WritePractice(stop);
        await new NoteRows(db, files, names).Write(stop);
        await new GovernanceRows(db, files).Write(stop);
        await new AnswerRows(db, files, names).Write(stop);
        await files.Write("needs", last => db.Needs.Where(n => n.Id > last && n.Topic.Standing == Standing.Published).OrderBy(n => n.Id), n => n.Id, n => new { n.Id, n.TopicId, n.Day, n.Reason, ById = names.Shown(n.TopicId, n.ById), n.At, n.EndedAt }, stop);
        // Who found something and with what words is that person's own.
        await files.Write("finds", last => db.Finds.Counted().Where(f => f.Id > last && f.Topic.Standing == Standing.Published).OrderBy(f => f.Id), f => f.Id, f => new { f.TopicId, f.PostId, f.Day }, stop);
        await files.Write("events", last => db.Events.Where(e => e.Id > last).OrderBy(e => e.Id), e => e.Id,
            e => new { e.Id, e.Kind, e.SubjectId, e.TopicId, e.SpaceId, ActorId = e.Kind.HidesActor ? null : names.Shown(e.TopicId, e.ActorId), e.At }, stop);
    }

    /// <summary>What was reported and tried, without what was taken back.</summary>
    async Task WritePractice(CancellationToken stop)
    {
        await files.Write("reports", last => db.Reports.Where(r => r.Id > last && r.Retraction == null && r.Post.Standing == Standing.Published && r.Post.Topic.Standing != Standing.Draft && r.Post.Topic.Standing != Standing.Held).OrderBy(r => r.Id)
            .Select(r => new { Report = r, r.Post.TopicId }), r => r.Report.Id,
            r => new { r.Report.Id, r.Report.PostId, PersonId = names.Shown(r.TopicId, r.Report.PersonId), r.Report.Outcome, r.Report.Place, r.Report.Day, r.Report.Line, r.Report.At }, stop);
        await files.Write("trials", last => db.Trials.Where(t => t.Id > last).OrderBy(t => t.Id).Select(t => new { Trial = t, People = t.Triers.Select(trier => trier.PersonId).ToList() }), t => t.Trial.Id,
            t => new { t.Trial.Id, t.Trial.SpaceId, t.Trial.TopicId, t.Trial.Title, t.Trial.What, t.Trial.Place, t.Trial.Measure, t.Trial.StartsOn, t.Trial.EndsOn, t.Trial.OwnerId, PersonIds = t.People, t.Trial.CreatedAt }, stop);
        await files.Write("trialObservations", last => db.TrialObservations.Where(o => o.Id > last && o.TakenBackAt == null).OrderBy(o => o.Id), o => o.Id, o => new { o.Id, o.TrialId, o.Seen, o.Line, o.Day, o.AuthorId, o.At }, stop);
        await files.Write("trialDecisions", last => db.TrialDecisions.Where(d => d.Id > last).OrderBy(d => d.Id), d => d.Id, d => new { d.Id, d.TrialId, d.Outcome, d.Reason, d.NoteId, d.RevisionNumber, d.ById, d.At, d.RevokedById, d.RevokedAt }, stop);
    }

    IQueryable<Post> Seen(long last) => db.Posts.Where(p => p.Id > last && p.Standing != Standing.Draft && p.Standing != Standing.Held
        && p.Topic.Standing != Standing.Draft && p.Topic.Standing != Standing.Held).OrderBy(p => p.Id);
}
