using Community.Questions;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.StackExchange;

/// <summary>Answers, each under its question, and the acceptance of those that their questions accepted.</summary>
sealed class AnswerPass(ImportRun run, Scratch scratch, History history, AcceptedAnswers accepted)
    : Pass<ReadyPost>(run, TableNames.Posts, TableNames.Answers, TableNames.Posts)
{
    readonly PostPreparation preparation = new(run, run.Report[TableNames.Answers]);
    readonly TableReport acceptances = run.Report[TableNames.Accepted];

    protected override bool ReportsDamage => false;

    protected override bool Takes(DumpRow row) => row.Number("PostTypeId") == PostTypes.Answer;

    protected override void Known(DumpRow row)
    {
        Here.Report[TableNames.History].CountAlreadyThere(history.Forget(row.Id));
        if (accepted.Forget(row.Id)) acceptances.CountAlreadyThere(1);
    }

    protected override async Task<IReadOnlyList<ReadyPost>> Prepare(IReadOnlyList<DumpRow> rows)
    {
        var questions = await StoredPosts.Find(Here, rows.Select(row => row.Number("ParentId")));
        var ready = await preparation.Of([.. rows.Where(HasQuestion)],
            row => history.Of(row.Id), (row, past) => Draft.OfPost(row, past, Here.Site), row => (int?)row.Number("Score") ?? VotePass.Score(scratch, row.Id));
        return [.. ready.Select(answer => answer with { TopicId = questions[answer.Row.Number("ParentId")!.Value].TopicId, AcceptedAt = AcceptedAt(answer) })];

        bool HasQuestion(DumpRow row)
        {
            var hasQuestion = row.Number("ParentId") is { } parent && questions.TryGetValue(parent, out var post) && post.Part == Part.Opening;
            if (!hasQuestion) Report.Skip("its question is not there", row.Example("question " + row["ParentId"]));
            return hasQuestion;
        }
    }

    protected override async Task Write(CommunityContext db, IReadOnlyList<ReadyPost> ready)
    {
        var ids = ready.Select(answer => answer.TopicId).Distinct().Order().ToList();
        foreach (var id in ids) await db.LockRow("Topics", "Id", id, CancellationToken.None);
        var topics = await db.Topics.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id);
        var decided = await db.Acceptances.Where(a => ids.Contains(a.TopicId)).Select(a => a.TopicId).ToHashSetAsync();
        var posts = new List<Post>();
        foreach (var answer in ready)
        {
            var topic = topics[answer.TopicId];
            var post = topic.AddImported(topic.ReplyPart, null, answer.Author.PersonId, answer.Author.Name, answer.Score, answer.At, answer.History);
            posts.Add(post);
            db.Attributions.Add(answer.Attribution(post, Here.Site, Here.Site.Answer(answer.Row.Id)));
            if (answer.AcceptedAt is { } at && decided.Add(topic.Id)) db.Acceptances.Add(new Acceptance(topic, post, at));
        }

        await db.SaveChangesAsync();
        await ReadyPost.InsertKeys(db, Here.Keys, TableNames.Posts, ready, posts);
        await Here.Keys.AddUntold(db, ids);
    }

    protected override void Written(IReadOnlyList<ReadyPost> ready)
    {
        base.Written(ready);
        foreach (var answer in ready) history.Done(answer);
        foreach (var answer in ready.Where(answer => answer.AcceptedAt is not null))
            if (accepted.Forget(answer.Row.Id)) acceptances.CountImported(1);
    }

    /// <summary>The dump tells the day, not the hour: an answer is not accepted before it is given.</summary>
    DateTime? AcceptedAt(ReadyPost answer)
    {
        if (!accepted.Has(answer.Row)) return null;

        return VotePass.AcceptedAt(scratch, answer.Row.Id) is { } day && day > answer.At ? day : answer.At;
    }
}
