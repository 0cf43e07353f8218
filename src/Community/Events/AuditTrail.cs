using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Events;

/// <summary>Appends to the chain what was told of governance, in the transaction of the act.</summary>
static class AuditTrail
{
    /// <summary>Call it while the log is locked: the next record stands on the last one.</summary>
    /// <returns>How far it grew; null when nothing was of governance.</returns>
    public static async Task<AuditGrowth?> Append(CommunityContext db, IReadOnlyList<Happening> told, CancellationToken stop)
    {
        var governed = told.Where(happening => happening.IsGovernance).ToList();
        if (governed.Count == 0) return null;

        var head = await db.AuditRecords.OrderByDescending(r => r.Id).Select(r => new AuditHead(r.Id, r.Hash)).FirstOrDefaultAsync(stop) ?? AuditHead.Empty;
        var before = head;
        foreach (var happening in governed)
        {
            var record = db.AuditRecords.Add(happening.ToRecord(head.Count + 1, head.Hash)).Entity;
            head = new AuditHead(record.Id, record.Hash);
        }

        return new AuditGrowth(before, head);
    }
}

/// <summary>How far a transaction took the audit log.</summary>
sealed record AuditGrowth(AuditHead Before, AuditHead After);

/// <summary>How far the audit log reaches.</summary>
/// <param name="Hash">Of its last record.</param>
public sealed record AuditHead(long Count, string Hash)
{
    public static AuditHead Empty { get; } = new(0, AuditRecord.Beginning);

    public override string ToString() => FormattableString.Invariant($"{Count}:{Hash}");

    /// <summary>Null when it is none.</summary>
    public static AuditHead? Of(string? written) =>
        written?.Trim().Split(':') is [var count, { Length: 64 } hash] && long.TryParse(count, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? new AuditHead(number, hash.ToLowerInvariant()) : null;
}
