using Community.Governance;
using Community.Notes.Answering;
using Community.Notes.Care;
using Community.Notes.Lineage;
using Community.Questions;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.NoteAnswers;

/// <summary>Which notes answer a question and which questions a note answers, behind the gate both ways. Ask only for topics that came through the gate in this request.</summary>
public sealed class NoteAnswerLoading(CommunityContext db, CurrentViewer current, KnownTopics known, TimeProvider clock)
{
    const int MostQuestions = 50;
    const int MostProposed = 10;

    /// <summary>The notes that answer it and that the reader may see, in the order in which they were named.</summary>
    public async Task<IReadOnlyList<AnsweringNote>> NotesOf(long questionId)
    {
        if (await known.Facts(questionId) is not { NoteIds: { Count: > 0 } ids } facts) return [];

        var viewer = await current.Get();
        var found = (await db.NotesFor(viewer).AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => t.Id).ToListAsync()).ToHashSet();
        var notes = await known.Facts([.. found]);
        var kept = viewer.IsSignedIn ? await db.NotesKeptBy(viewer.PersonId ?? 0).Where(t => ids.Contains(t.Id)).Select(t => t.Id).ToListAsync() : [];
        var also = viewer.Is(facts.AuthorId) ? Who.Starter : Who.Nobody;
        return [.. ids.Where(found.Contains).Where(notes.ContainsKey).Select(id => notes[id]).Select(note => new AnsweringNote(note.Id, note.Title, note.Note?.On(clock.Now()) ?? NoteState.Verified, note.Note?.ReviewAt, note.IsClosed,
            viewer.IsSignedIn && viewer.May(Act.AnswerWithNote, facts.SpaceId, also | (note.AuthorId == viewer.PersonId ? Who.Author : Who.Nobody) | (kept.Contains(note.Id) ? Who.NoteSteward : Who.Nobody))))];
    }

    /// <summary>Whether the reader may name a note, and notes made of what was said there; null where not.</summary>
    public async Task<IReadOnlyList<string>?> Proposed(TopicHead head)
    {
        var viewer = await current.Get();
        if (head is not { Kind: TopicKind.Question, Title: not null } || !viewer.IsSignedIn || await known.Facts(head.Id) is not { } facts) return null;

        var me = viewer.PersonId ?? 0;
        var isTheirs = viewer.May(Act.AnswerWithNote, facts.SpaceId, viewer.Is(facts.AuthorId) ? Who.Starter : Who.Nobody);
        if (!isTheirs && !await db.NotesFor(viewer).AnyAsync(t => t.AuthorId == me) && !await db.NotesKeptBy(me).AnyAsync()) return null;

        var ties = db.LineageTies;
        return await db.NotesFor(viewer).AsNoTracking().Where(t => t.ClosedAt == null && ties.Any(tie => tie.Block.TopicId == t.Id && tie.Block.GoneIn == null && tie.Post.TopicId == head.Id) && !facts.NoteIds.Contains(t.Id))
            .OrderByDescending(t => t.Id).Take(MostProposed).Select(t => t.Title).ToListAsync();
    }

    /// <summary>The questions that a note answers and that the reader may see, the newest first.</summary>
    public async Task<IReadOnlyList<AnsweredQuestion>> QuestionsOf(long noteId)
    {
        var answers = db.StandingNoteAnswers;
        var found = await db.Topics.AsNoTracking().ListedFor(await current.Get()).Where(t => t.Kind == TopicKind.Question && answers.Any(a => a.NoteId == noteId && a.QuestionId == t.Id)).OrderByDescending(t => t.Id).Take(MostQuestions).Select(t => t.Id).ToListAsync();
        var facts = await known.Facts(found);
        return [.. found.Where(facts.ContainsKey).Select(id => facts[id]).Select(t => new AnsweredQuestion(t.Id, t.Title, t.IsAccepted, t.IsClosed))];
    }
}

/// <summary>A note that answers a question.</summary>
/// <param name="ReviewAt">Until when it is verified.</param>
/// <param name="MayTakeBack">The reader may say that it does not.</param>
public sealed record AnsweringNote(long Id, string Title, NoteState State, DateTime? ReviewAt, bool IsClosed, bool MayTakeBack)
{
    public string Address => TopicAddress.Of(TopicKind.Note, Id, Title);
}

/// <summary>A question that a note answers.</summary>
public sealed record AnsweredQuestion(long Id, string Title, bool IsAccepted, bool IsClosed)
{
    public string Address => TopicAddress.Of(TopicKind.Question, Id, Title);
}
