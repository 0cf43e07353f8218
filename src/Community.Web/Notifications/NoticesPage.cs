using Community.Notifications;
using Community.Topics;
using Community.Web.Watching;

namespace Community.Web.Notifications;

/// <summary>Which notices are listed.</summary>
public enum NoticeTab { ToSee, Later, Done }

/// <summary>Why somebody hears of what is new in a topic.</summary>
public enum Followed
{
    /// <summary>They follow its space, one of its subjects or the notes of its author.</summary>
    Around,

    /// <summary>They wrote in it or were named in it.</summary>
    ByWriting,

    /// <summary>They chose to follow it.</summary>
    Chosen,

    /// <summary>They chose to watch it.</summary>
    Watched,
}

/// <summary>A page of notices, grouped by what they are about, the latest first.</summary>
/// <param name="Unseen">How many that ring there are to see, on all pages.</param>
/// <param name="Later">How many are put off.</param>
/// <param name="UpToId">The newest notice when the page was made.</param>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record NoticesPage(NoticeTab Tab, int Unseen, int Later, IReadOnlyList<NoticeGroup> Groups, long UpToId, string? Next);

/// <summary>What the reader muted.</summary>
/// <param name="Unseen">See <see cref="NoticesPage"/>.</param>
/// <param name="Later">See <see cref="NoticesPage"/>.</param>
public sealed record MutedPage(IReadOnlyList<WatchMenu> Rows, int Unseen, int Later);

/// <summary>The notices about one topic or space.</summary>
/// <param name="Kind">Null for a space.</param>
/// <param name="Title">Null when the opening is out of the reader's sight.</param>
/// <param name="Lines">The latest, newest first.</param>
/// <param name="More">How many older ones are not among them.</param>
public sealed record NoticeGroup(NoticeSubject About, TopicKind? Kind, string? Title, string Address, string SpaceName, IReadOnlyList<NoticeLine> Lines, int More)
{
    /// <summary>Somebody waits for the reader, or speaks to them. The others are what the reader watches or follows.</summary>
    public bool IsToYou { get; init; }

    /// <summary>Until when it is put off.</summary>
    public DateTime? LaterAt { get; init; }

    public Followed Followed { get; init; }
}

/// <summary>What somebody did.</summary>
/// <param name="ActorId">Null when the name was taken off the post, or it was the program.</param>
/// <param name="Excerpt">The beginning of what was written, without quotations; null where there is none.</param>
public sealed record NoticeLine(NoticeKind Kind, long? ActorId, string? ActorName, string? Excerpt, string Address, DateTime At)
{
    /// <summary>Of a find: which saved searches of the reader's found it. Empty where they are deleted.</summary>
    public IReadOnlyList<NoticeSearch> Searches { get; init; } = [];

    /// <summary>How many posts it stands for.</summary>
    public int Posts { get; init; } = 1;

    /// <summary>How many others wrote some of them.</summary>
    public int Others { get; init; }
}

/// <summary>A saved search that found something.</summary>
/// <param name="IsLast">It tells of no more that day.</param>
public sealed record NoticeSearch(string Name, bool IsLast);
