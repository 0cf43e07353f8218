using System.Collections.Concurrent;
using Community.Events;
using Community.Notes.Lineage;
using Community.Web.Answers;
using Community.Web.Reports;

namespace Community.Web.Topics;

/// <summary>
/// Pages of posts in memory, until the log says that something happened in their topic. Only posts whose place everybody sees who may open the topic are kept, so
/// ask for a topic that came through the gate in this request; who may read a text is asked for each reader.
/// </summary>
public sealed class KnownPosts : IForgets
{
    const int MostTopics = 1_000;

    /// <summary>Of all that is kept together; beyond that all of it goes. An address can ask for any page, so that pages are counted by their length.</summary>
    const long MostCharacters = 20_000_000;

    /// <summary>Of one page.</summary>
    const long LongestPage = 1_000_000;

    /// <summary>What a report takes beside its words, and a mark, in characters.</summary>
    const long OfReport = 30;

    long characters;

    readonly Recent recent;
    readonly Remembered<long, ConcurrentDictionary<string, PostPage>> known = new(MostTopics);

    public KnownPosts(Recent recent)
    {
        this.recent = recent;
        recent.Tell(this);
    }

    /// <param name="page">Which page of the topic.</param>
    /// <param name="read">Reads it as everybody sees it; null is not kept.</param>
    public async Task<PostPage?> Page(long topicId, string page, Func<Task<PostPage?>> read)
    {
        await recent.CatchUp();
        if (known.TryGet(topicId, out var pages) && pages.TryGetValue(page, out var kept)) return kept;

        var round = known.Round;
        if (await read() is not { } found) return null;

        var length = found.Posts.Concat(found.Comments).Sum(post => (long)post.Html.Length) + found.Reports.Sum(report => (long)report.Place.Length + (report.Line?.Length ?? 0) + OfReport) + found.Words.Count * OfReport + page.Length;
        if (length > LongestPage) return found;

        if (Interlocked.Add(ref characters, length) > MostCharacters)
        {
            Interlocked.Exchange(ref characters, length);
            known.ForgetAll();
        }

        // What was forgotten meanwhile is out of everybody's reach, and takes the page with it.
        if (pages is not null) pages[page] = found;
        else known.Keep(topicId, new() { [page] = found }, round);
        return found;
    }

    void IForgets.Forget(Event happened)
    {
        if (happened.TopicId is { } id) known.Forget(id);
    }

    void IForgets.ForgetAll() => known.ForgetAll();
}

/// <summary>Posts of a page, and the comments under them.</summary>
/// <param name="RootOf">For a comment, the post that it is shown under.</param>
/// <param name="Reports">What is said of them, the newest first.</param>
public sealed record PostPage(IReadOnlyList<PostRow> Posts, IReadOnlyList<PostRow> Comments, IReadOnlyDictionary<long, long> RootOf, IReadOnlyList<ReportFact> Reports)
{
    static readonly ILookup<long, DistilledInto> Nothing = Array.Empty<DistilledInto>().ToLookup(_ => 0L);

    /// <summary>By post: which notes it went into, whoever may see those.</summary>
    public ILookup<long, DistilledInto> Into { get; init; } = Nothing;

    /// <summary>For whom answers among them also worked, and who else has the question.</summary>
    public AnswerWords Words { get; init; } = AnswerWords.None;
}
