using Community.Notes.Answering;
using Community.Notes.Care;
using Community.Notes.Combining;
using Community.Notes.Lineage;
using Community.Notes.Paths;
using Community.Notes.Refining;
using Community.Notes.Writing;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Export;

/// <summary>The rows beside practice notes: what they were made of, what was suggested, how they were kept true and tied together, and the paths through them. Benches and progress are each person's own.</summary>
sealed class NoteRows(CommunityContext db, RowFiles files, ExportedNames names)
{
    public async Task Write(CancellationToken stop)
    {
        await files.Write("noteSources", last => db.LineageTies.Where(t => t.Id > last && t.Block.GoneIn == null && t.Block.Topic.Standing == Standing.Published && t.Post.Standing == Standing.Published
                && t.Post.Topic.Standing != Standing.Draft && t.Post.Topic.Standing != Standing.Held).OrderBy(t => t.Id).Select(t => new { Tie = t, NoteId = t.Block.TopicId }), t => t.Tie.Id,
            t => new { t.Tie.Id, t.NoteId, t.Tie.BlockId, t.Tie.PostId, Revision = t.Tie.RevisionNumber, t.Tie.NoteRevision, ById = names.Shown(t.NoteId, t.Tie.ById), t.Tie.At }, stop);
        await Suggestions(stop);
        await Care(stop);
        await Ties(stop);
        await Paths(stop);
    }

    /// <summary>Without those that their authors took back, and without words that were taken back since.</summary>
    async Task Suggestions(CancellationToken stop)
    {
        var gone = (await db.LineageTies.AsNoTracking().Where(t => t.Post.Standing != Standing.Published && t.Quote != "").Select(t => new { t.Block.TopicId, t.Quote }).Distinct().ToListAsync(stop)).ToLookup(t => t.TopicId, t => t.Quote);
        await files.Write("suggestions", last => db.Suggestions.Where(s => s.Id > last && s.State != SuggestionState.TakenBack && s.Post.Standing == Standing.Published && s.Post.Topic.Standing == Standing.Published).OrderBy(s => s.Id)
            .Select(s => new { Suggestion = s, s.Post.TopicId }), s => s.Suggestion.Id,
            s => new
            {
                s.Suggestion.Id,
                s.Suggestion.PostId,
                AuthorId = names.Shown(s.TopicId, s.Suggestion.AuthorId),
                BaseRevision = s.Suggestion.BasedOn,
                s.Suggestion.Reason,
                Body = TakeOutPassages.Without(s.Suggestion.Body, [.. gone[s.TopicId]]),
                s.Suggestion.At,
                s.Suggestion.State,
                DecidedById = names.Shown(s.TopicId, s.Suggestion.DecidedById),
                s.Suggestion.DecidedAt,
                s.Suggestion.Word,
                Revision = s.Suggestion.RevisionNumber,
            }, stop);
    }

    async Task Care(CancellationToken stop)
    {
        var notes = db.Exported.Where(t => t.Standing == Standing.Published);
        await files.Write("noteChecks", last => db.NoteChecks.Where(c => c.Id > last && notes.Any(t => t.Id == c.TopicId)).OrderBy(c => c.Id), c => c.Id,
            c => new { c.Id, c.TopicId, ById = names.Shown(c.TopicId, c.ById), c.At, c.Word, Revision = c.RevisionNumber, c.ReviewAt }, stop);
        await files.Write("noteOutdatings", last => db.NoteOutdatings.Where(o => o.Id > last && notes.Any(t => t.Id == o.TopicId)).OrderBy(o => o.Id), o => o.Id,
            o => new { o.Id, o.TopicId, o.Reason, ById = names.Shown(o.TopicId, o.ById), o.At, o.EndedAt }, stop);
        await files.Write("noteHandovers", last => db.NoteHandovers.Where(h => h.Id > last && notes.Any(t => t.Id == h.TopicId)).OrderBy(h => h.Id), h => h.Id,
            h => new { h.Id, h.TopicId, h.FromPersonId, h.FromUnitId, h.ToPersonId, h.ToUnitId, h.Why, h.ById, h.At }, stop);
    }

    /// <summary>Merges that stand, variants, and the further spaces that list a note.</summary>
    async Task Ties(CancellationToken stop)
    {
        var (exported, placements) = (db.Exported, db.NotePlacements);
        await files.Write("noteAnswers", last => db.NoteAnswers.Where(a => a.Id > last && a.Note.Standing == Standing.Published && a.Question.Standing == Standing.Published).OrderBy(a => a.Id), a => a.Id,
            a => new { a.Id, a.NoteId, a.QuestionId, ById = names.Shown(a.QuestionId, a.ById), a.At, a.EndedAt }, stop);
        await files.Write("noteMerges", last => db.StandingMerges.Where(m => m.ClosureId > last && exported.Any(t => t.Id == m.SourceId) && exported.Any(t => t.Id == m.TargetId)).OrderBy(m => m.ClosureId)
            .Select(m => new { m.ClosureId, m.SourceId, m.TargetId, m.RevisionAfter, m.Closure.At }), m => m.ClosureId, m => new { m.SourceId, m.TargetId, Revision = m.RevisionAfter, m.At }, stop);
        await files.Write("noteVariants", last => db.NoteVariants.Where(v => v.NoteId > last && exported.Any(t => t.Id == v.NoteId) && exported.Any(t => t.Id == v.BaseId)).OrderBy(v => v.NoteId), v => v.NoteId,
            v => new { v.NoteId, v.BaseId, v.UnitId, v.ForWhom }, stop);
        await files.Write("notePlacements", last => exported.Where(t => t.Id > last && placements.Any(p => p.NoteId == t.Id)).OrderBy(t => t.Id)
            .Select(t => new { t.Id, SpaceIds = placements.Where(p => p.NoteId == t.Id).OrderBy(p => p.SpaceId).Select(p => p.SpaceId).ToList() }), t => t.Id, t => new { NoteId = t.Id, t.SpaceIds }, stop);
    }

    /// <summary>How far somebody got is that one's own.</summary>
    async Task Paths(CancellationToken stop)
    {
        await files.Write("paths", last => db.Paths.Where(p => p.Id > last && p.RemovedAt == null).OrderBy(p => p.Id), p => p.Id, p => new { p.Id, p.SpaceId, p.Title, p.Lead, p.UnitId, p.MadeById, p.CreatedAt }, stop);
        await files.Write("pathStations", last => db.PathStations.Where(s => s.Id > last && s.TakenOutAt == null && s.Path.RemovedAt == null).OrderBy(s => s.Id), s => s.Id,
            s => new { s.Id, s.PathId, s.Order, s.TopicId, PersonId = s.MeetId, s.Why, s.Stage, s.AddedById, s.At }, stop);
        await files.Write("noteTemplates", last => db.NoteTemplates.Where(t => t.Id > last && t.RemovedAt == null).OrderBy(t => t.Id), t => t.Id, t => new { t.Id, t.SpaceId, t.Name, t.Text, t.MadeById, t.CreatedAt }, stop);
    }
}
