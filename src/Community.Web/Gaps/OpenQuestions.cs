using Community.Search.Gaps;
using Community.Web.Asking;
using Community.Web.Frame;
using Community.Web.Topics;

namespace Community.Web.Gaps;

/// <summary>Loads the questions that are gaps: nobody answered them, or they are asked again and again and no note answers them.</summary>
public sealed class OpenQuestions(UnansweredListing unanswered, AskedAgain again, TopicListing listing, CurrentViewer current)
{
    const int Shown = 10;

    public async Task<QuestionGaps> Load(CancellationToken stop = default)
    {
        var open = (await unanswered.Load(null, byNeed: false, null, "/unanswered")).Rows;
        var asked = await again.Best(await current.Get(), Shown, stop);
        var rows = (await listing.Rows([.. asked.Select(one => one.TopicId)])).ToDictionary(row => row.Id);
        return new QuestionGaps([.. open.Take(Shown)], open.Count > Shown, [.. asked.Where(one => rows.ContainsKey(one.TopicId)).Select(one => new AskedAgainRow(rows[one.TopicId], one.People))]);
    }
}

/// <summary>Questions that are gaps.</summary>
/// <param name="Unanswered">The oldest first.</param>
/// <param name="Again">Those that most have, first.</param>
public sealed record QuestionGaps(IReadOnlyList<UnansweredRow> Unanswered, bool HasMore, IReadOnlyList<AskedAgainRow> Again);

/// <summary>A question that several have.</summary>
public sealed record AskedAgainRow(TopicRow Topic, int People);
