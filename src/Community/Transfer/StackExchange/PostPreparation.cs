using Community.Topics;

namespace Community.Transfer.StackExchange;

/// <summary>Makes rows ready: texts are rendered on all cores, then authors and editors are looked up.</summary>
sealed class PostPreparation(ImportRun run, TableReport report)
{
    public async Task<IReadOnlyList<ReadyPost>> Of(IReadOnlyList<DumpRow> rows, Func<DumpRow, IReadOnlyList<DumpRow>> history, Func<DumpRow, IReadOnlyList<DumpRow>, Draft> draft, Func<DumpRow, int> score)
    {
        var drafts = rows.Where(HasTime).Select(row => (Row: row, History: history(row))).ToList()
            .AsParallel().AsOrdered().Select(both => draft(both.Row, both.History)).ToList();
        foreach (var each in drafts) Tell(each);

        var users = await run.Authors.Find(drafts.SelectMany(each => each.Texts.Select(text => UserId(text.From)).Append(UserId(each.Row))));
        var isEverybodyKnown = drafts.All(each => each.Texts.Select(text => text.From).OfType<DumpRow>().Append(each.Row).All(row => UserId(row) is { } id && users.ContainsKey(id)));
        var somebody = isEverybodyKnown ? 0 : await run.Authors.Somebody();

        return [.. drafts.Where(each => each.Refused is null).Select(each => Ready(each, users, somebody, score))];
    }

    static ReadyPost Ready(Draft draft, IReadOnlyDictionary<long, long> users, long somebody, Func<DumpRow, int> score)
    {
        var (row, at) = (draft.Row, draft.Row.Time("CreationDate")!.Value);
        var author = Author.Of(UserId(row), row["OwnerDisplayName"] ?? row["UserDisplayName"], users, somebody);
        return new ReadyPost(row, author, at, score(row), [.. draft.Texts.Select(text => (Text(text.Text, text.From), text.From))]);

        ImportedText Text(PostText text, DumpRow? from) => from is null
            ? new ImportedText(text, author.PersonId, "", at)
            : new ImportedText(text, Author.Of(UserId(from), null, users, somebody).PersonId, Summary(from), from.Time("CreationDate") ?? at);
    }

    static long? UserId(DumpRow? row) => row?.Number("OwnerUserId") ?? row?.Number("UserId");

    static string Summary(DumpRow row) => DumpText.Shorten(row["Comment"]?.Trim() ?? "", Revision.MaxSummaryLength);

    bool HasTime(DumpRow row)
    {
        var hasTime = row.Time("CreationDate") is not null;
        if (!hasTime) report.Skip("it has no readable CreationDate", row.Example());
        return hasTime;
    }

    void Tell(Draft draft)
    {
        if (draft.Refused is { } reason) report.Skip(reason, draft.Row.Example());
        else if (draft.HasPlain) report.Change("as plain text, because it cannot be rendered", draft.Row.Example());
    }
}
