using Community.Questions.Answering;
using Community.Store;
using Community.Topics;

namespace Community.Transfer.Export;

/// <summary>The rows beside questions: for whom an answer also worked, and who else has a question.</summary>
sealed class AnswerRows(CommunityContext db, RowFiles files, ExportedNames names)
{
    public async Task Write(CancellationToken stop)
    {
        var exported = db.Exported.Where(t => t.Kind == TopicKind.Question && t.Standing == Standing.Published);
        await files.Write("helpfulMarks", last => db.HelpfulMarks.Where(m => m.Id > last && m.Post.Part == Part.Answer && m.Post.Standing == Standing.Published && exported.Any(t => t.Id == m.Post.TopicId)).OrderBy(m => m.Id)
            .Select(m => new { Mark = m, m.Post.TopicId }), m => m.Mark.Id, m => new { m.Mark.PostId, PersonId = names.Shown(m.TopicId, m.Mark.PersonId), m.Mark.At }, stop);
        await files.Write("sameQuestions", last => db.SameQuestions.Where(s => s.Id > last && exported.Any(t => t.Id == s.TopicId)).OrderBy(s => s.Id), s => s.Id,
            s => new { s.TopicId, PersonId = names.Shown(s.TopicId, s.PersonId), s.At }, stop);
    }
}
