using Community.Notifications;
using Community.Topics;

namespace Community.Web.Notifications;

/// <summary>A page of notices, grouped by what they are about, the latest first.</summary>
/// <param name="Unseen">How many there are to see, on all pages.</param>
/// <param name="UpToId">The newest notice when the page was made.</param>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record NoticesPage(bool IsDone, int Unseen, IReadOnlyList<NoticeGroup> Groups, long UpToId, string? Next);

/// <summary>The notices about one topic or space.</summary>
/// <param name="Kind">Null for a space.</param>
/// <param name="Title">Null when the opening is out of the reader's sight.</param>
/// <param name="Lines">The latest, newest first.</param>
/// <param name="More">How many older ones are not among them.</param>
public sealed record NoticeGroup(NoticeSubject About, TopicKind? Kind, string? Title, string Address, string SpaceName, IReadOnlyList<NoticeLine> Lines, int More);

/// <summary>What somebody did.</summary>
/// <param name="ActorId">Null when the name was taken off the post, or it was the program.</param>
/// <param name="Excerpt">The beginning of what was written, without quotations; null where there is none.</param>
public sealed record NoticeLine(NoticeKind Kind, long? ActorId, string? ActorName, string? Excerpt, string Address, DateTime At)
{
    /// <summary>Of a find: which saved searches of the reader's found it. Empty where they are deleted.</summary>
    public IReadOnlyList<NoticeSearch> Searches { get; init; } = [];
}

/// <summary>A saved search that found something.</summary>
/// <param name="IsLast">It tells of no more that day.</param>
public sealed record NoticeSearch(string Name, bool IsLast);
