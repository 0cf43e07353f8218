using Community.Reports;
using Community.Topics;
using Community.Web.Topics;

namespace Community.Web.Reports;

/// <summary>Tasks of one state that the reader keeps.</summary>
/// <param name="Counts">How many there are of each state.</param>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record TasksPage(TaskState State, IReadOnlyDictionary<TaskState, int> Counts, IReadOnlyList<TaskRow> Rows, string? Next);

/// <summary>A report of failure that waits or waited.</summary>
/// <param name="Title">The topic's; null where its opening is out of sight.</param>
/// <param name="By">Who reported; null where that one took the own name off in the topic.</param>
/// <param name="EndedBy">Who answered or dismissed it.</param>
public sealed record TaskRow(long Id, long PostId, TopicKind Kind, string? Title, Named? By, string Place, string Line, DateOnly Day, TaskState State, Named? EndedBy, DateTime? EndedAt, string Reason, int? RevisionNumber, bool IsTakenBack);
