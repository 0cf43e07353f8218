using Community.Governance;
using Community.Topics;
using Community.Topics.Moderating;

namespace Community.Web.Moderating;

/// <summary>What waits on one of the desks of moderation.</summary>
public sealed record DeskCounts(int Cases, int Appeals, int Purges);

/// <summary>Flags that wait, by post.</summary>
/// <param name="Hidden">On the first page: what is hidden until it is decided, and waits for that on no other desk.</param>
public sealed record CasesPage(IReadOnlyList<CaseRow> Rows, IReadOnlyList<HiddenRow> Hidden, DeskCounts Counts, bool IsDone, string? Next);

/// <summary>A post that is hidden until it is decided.</summary>
public sealed record HiddenRow(long PostId, string Title, string Space, string Reason, DateTime At);

/// <summary>A case as whoever judges it sees it.</summary>
/// <param name="Html">The post's text; null when it may not be read.</param>
/// <param name="ClaimedBy">Who else is judging it just now; null for nobody.</param>
/// <param name="IsHidden">Its post is out of sight until somebody decides.</param>
public sealed record CaseRow(long Id, long PostId, string? Title, string Space, string? Html, DateTime OpenedAt, IReadOnlyList<FlagRow> Flags, bool IsMine, string? ClaimedBy, CaseOutcome? Outcome, string Reason, DateTime? DecidedAt, bool MayRemove, bool IsHidden);

/// <summary>One flag.</summary>
public sealed record FlagRow(ReasonClass Kind, string Word, string By, DateTime At);

/// <summary>Appeals that wait for somebody who did not decide.</summary>
public sealed record AppealsPage(IReadOnlyList<AppealRow> Rows, DeskCounts Counts);

/// <summary>One appeal.</summary>
/// <param name="Kind">Null for a suspension.</param>
public sealed record AppealRow(long Id, long? PostId, RemovalKind? Kind, string Rule, ReasonClass ReasonClass, string Reason, DateTime ActAt, string Words, DateTime At, string By, string? Html, bool IsOwnDecision);

/// <summary>Purges that wait for a second person.</summary>
public sealed record PurgesPage(IReadOnlyList<PurgeRow> Rows, DeskCounts Counts);

/// <summary>One purge.</summary>
public sealed record PurgeRow(long Id, long PostId, string Rule, string Reason, string By, DateTime At, bool IsOwn);

/// <summary>What somebody flagged.</summary>
public sealed record OwnFlagsPage(IReadOnlyList<OwnFlagRow> Rows);

/// <summary>One of them.</summary>
public sealed record OwnFlagRow(long PostId, ReasonClass Kind, string Word, DateTime At, CaseOutcome? Outcome, string Reason, DateTime? DecidedAt);

/// <summary>What was done to the reader's posts and account.</summary>
public sealed record OwnActsPage(IReadOnlyList<OwnActRow> Rows);

/// <summary>One act.</summary>
/// <param name="Kind">Null for a suspension.</param>
/// <param name="IsAppealed">Whether there is an appeal; then <paramref name="IsOverturned"/> is null until it is judged.</param>
public sealed record OwnActRow(long Id, RemovalKind? Kind, long? PostId, string Rule, ReasonClass ReasonClass, string Reason, DateTime At, DateTime? UntilAt, DateTime? LiftedAt, bool IsSuperseded, bool IsAppealed, bool? IsOverturned, string AppealReason)
{
    public bool MayAppeal => !IsAppealed && LiftedAt is null && Kind != RemovalKind.Purged;
}

/// <summary>Saying that something is wrong with a post.</summary>
public sealed record FlagPage(long PostId, string? Html, ReasonClass? Kind, string? Word);

/// <summary>All that can be done to one post.</summary>
public sealed record ModeratePage(long PostId, string? Html, RemovalKind? Kind, DateTime? LockedUntil, bool MayRemove, bool MayPurge, bool IsShown, IReadOnlyList<Rule> Rules);

/// <summary>Whether somebody may write.</summary>
public sealed record SuspendPage(long PersonId, string Name, DateTime? UntilAt, string Reason, string Rule, IReadOnlyList<Rule> Rules);

/// <summary>The rules, for administrators.</summary>
public sealed record RulesPage(IReadOnlyList<Rule> Rules);

/// <summary>The ledger: the month that is shown, and six to compare.</summary>
public sealed record LedgerPage(LedgerMonth Month, IReadOnlyList<LedgerMonth> Months, string? Before, string? After);

/// <summary>The audit log, the newest first.</summary>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, long? Next);

/// <summary>One record.</summary>
public sealed record AuditRow(long Id, string Kind, long SubjectId, string? Actor, DateTime At, string Words, string Hash);
