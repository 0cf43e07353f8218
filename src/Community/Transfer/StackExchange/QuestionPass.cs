using Community.Store;
using Community.Topics;

namespace Community.Transfer.StackExchange;

/// <summary>Questions become topics with an opening, their tags, and their closure if they are closed.</summary>
sealed class QuestionPass(ImportRun run, Scratch scratch, History history, AcceptedAnswers accepted, TagTexts tagTexts)
    : Pass<ReadyPost>(run, TableNames.Posts, TableNames.Questions, TableNames.Posts)
{
    readonly PostPreparation preparation = new(run, run.Report[TableNames.Questions]);
    readonly Closings closings = new(run, history);

    protected override bool Takes(DumpRow row)
    {
        switch (row.Number("PostTypeId"))
        {
            case PostTypes.Question:
                if (row.Number("AcceptedAnswerId") is { } answer) accepted.Note(row, answer);
                return true;
            case PostTypes.TagExcerpt or PostTypes.TagWiki:
                tagTexts.Note(row);
                history.Leave(row);
                return false;
            case PostTypes.Answer:
                return false;
            case var other:
                Here.Report[TableNames.Posts].Skip(FormattableString.Invariant($"posts of type {other} are neither questions nor answers"), row.Example());
                return false;
        }
    }

    protected override void Known(DumpRow row) => Here.Report[TableNames.History].CountAlreadyThere(history.Forget(row.Id));

    protected override async Task<IReadOnlyList<ReadyPost>> Prepare(IReadOnlyList<DumpRow> rows)
    {
        var ready = await preparation.Of([.. rows.Where(HasTitle)],
            row => history.Of(row.Id), (row, past) => Draft.OfPost(row, past, Here.Site), row => (int?)row.Number("Score") ?? VotePass.Score(scratch, row.Id));
        return await closings.Of(ready);
    }

    protected override async Task Write(CommunityContext db, IReadOnlyList<ReadyPost> ready)
    {
        var tags = await TagWords.Find(db, ready.SelectMany(post => TagWords.Of(post.Row)));
        var topics = new List<Topic>();
        foreach (var question in ready)
        {
            var title = DumpText.Shorten(string.Join(' ', question.Row["Title"]!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Topic.MaxTitleLength);
            var topic = Topic.Imported(TopicKind.Question, Here.SpaceId, title, question.Author.PersonId, question.At, question.Closing?.At);
            var opening = topic.AddImported(Part.Opening, null, question.Author.PersonId, question.Author.Name, question.Score, question.At, question.History);
            topic.Retag([.. TagWords.Of(question.Row).Select(tags.GetValueOrDefault).OfType<Tag>().Distinct().Take(Tag.MaxPerTopic)], question.Author.PersonId, question.At);
            if (question.Closing is { } closing) topic.Closures.Add(new Closure(topic, Outcome.Nothing, closing.Reason, closing.ById, closing.At));
            topics.Add(db.Topics.Add(topic).Entity);
            db.Attributions.Add(question.Attribution(opening, Here.Site, Here.Site.Question(question.Row.Id)));
        }

        await db.SaveChangesAsync();
        await ReadyPost.InsertKeys(db, Here.Keys, TableNames.Posts, ready, topics.ConvertAll(topic => topic.Posts[0]));
        await Here.Keys.Insert(db, TableNames.Untold, topics.Select(topic => (topic.Id, topic.Id)));
    }

    protected override void Written(IReadOnlyList<ReadyPost> ready)
    {
        base.Written(ready);
        foreach (var question in ready) history.Done(question);
    }

    bool HasTitle(DumpRow row)
    {
        if (string.IsNullOrWhiteSpace(row["Title"])) Report.Skip("it has no title", row.Example());
        else if (row["Title"]!.Length > Topic.MaxTitleLength) Report.Change("with a title cut at 200 characters", row.Example());
        return !string.IsNullOrWhiteSpace(row["Title"]);
    }
}
