namespace Community.Transfer.StackExchange;

/// <summary>When, why and by whom a question was closed.</summary>
sealed record Closing(DateTime At, string Reason, long ById);

/// <summary>Finds the closings of questions; the reason and the person are in the history, where there is one.</summary>
sealed class Closings(ImportRun run, History history)
{
    public async Task<IReadOnlyList<ReadyPost>> Of(IReadOnlyList<ReadyPost> questions)
    {
        var closed = questions.Where(question => question.Row.Time("ClosedDate") is not null).ToDictionary(question => question.Row.Id, question => history.Closing(question.Row.Id));
        if (closed.Count == 0) return questions;

        var people = await run.Authors.Find(closed.Values.Select(closing => closing.UserId));
        var somebody = closed.Values.All(closing => closing.UserId is { } user && people.ContainsKey(user)) ? 0 : await run.Authors.Somebody();
        return [.. questions.Select(question => !closed.TryGetValue(question.Row.Id, out var closing) ? question : question with
        {
            Closing = new Closing(question.Row.Time("ClosedDate")!.Value, Sentence(closing.Reason), Author.Of(closing.UserId, null, people, somebody).PersonId),
        })];
    }

    string Sentence(string reason) => reason switch
    {
        "1" or "101" => $"Closed at {run.Site.Host}: the same was asked before.",
        "2" or "102" => $"Closed at {run.Site.Host}: off topic there.",
        "3" or "105" => $"Closed at {run.Site.Host}: a matter of opinion.",
        "4" or "103" => $"Closed at {run.Site.Host}: not clear enough to be answered.",
        "7" or "104" => $"Closed at {run.Site.Host}: too broad, or too narrow to help others.",
        _ => $"Closed at {run.Site.Host}.",
    };
}
