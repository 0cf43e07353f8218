using Community.Search.Gaps;
using Community.Web.Topics;

namespace Community.Web.Gaps;

/// <summary>Gaps of one state, those that were missed most first.</summary>
/// <param name="Counts">How many there are of each state that the reader sees.</param>
/// <param name="Next">Address of the next page; null on the last.</param>
/// <param name="Dismissed">The one just put out of sight, which can be brought back.</param>
public sealed record GapsPage(GapState State, IReadOnlyDictionary<GapState, int> Counts, IReadOnlyList<GapRow> Rows, string? Next, bool MayDismiss, long? Dismissed)
{
    /// <summary>What was asked and lacks an answer; on the first page of open gaps.</summary>
    public QuestionGaps? Questions { get; init; }
}

/// <summary>One gap.</summary>
/// <param name="Weeks">Searches in each of the last twelve weeks, the oldest first.</param>
/// <param name="Claim">The claim that counts in this state.</param>
/// <param name="Dismissal">Where it was dismissed: the reason.</param>
public sealed record GapRow(long Id, string Words, int Searches, int Missed, DateTime LastDay, IReadOnlyList<int> Weeks, GapClaimRow? Claim, GapDismissalRow? Dismissal)
{
    const int Levels = 4;

    /// <summary>A week's height beside the others, from 0 to 4.</summary>
    public int Level(int week) => Weeks.Max() is > 0 and var most ? (int)Math.Ceiling(Weeks[week] * (double)Levels / most) : 0;
}

/// <summary>Who took it up.</summary>
/// <param name="Topic">Where it is written, if the reader may see that.</param>
public sealed record GapClaimRow(Named By, DateTime At, GapEnding? Ending, DateTime? EndedAt, GapTopic? Topic, bool IsMine);

/// <summary>A topic that fills a gap.</summary>
public sealed record GapTopic(string Title, string Address);

/// <summary>Why a gap is out of sight.</summary>
public sealed record GapDismissalRow(Named By, DateTime At, string Reason);
