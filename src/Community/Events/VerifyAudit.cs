using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Events;

/// <summary>Reads the whole audit log and says whether it is as it was written.</summary>
public sealed class VerifyAudit(CommunityStore store, AuditAnchor anchor)
{
    const int ABatch = 1_000;

    /// <param name="noted">A head that somebody noted elsewhere; null for the one that is kept in the data folder alone.</param>
    /// <param name="anew">Takes the chain as it stands for the whole, and anchors it: after a restore.</param>
    public async Task<AuditVerdict> Run(AuditHead? noted = null, bool anew = false, CancellationToken stop = default)
    {
        // What is anchored was committed before: read in this order it can only lie behind the chain.
        var kept = anew ? null : anchor.Read();
        var heads = new[] { noted, kept?.Head }.OfType<AuditHead>().ToList();
        var head = AuditHead.Empty;
        while (true)
        {
            var records = await store.Read(db => db.AuditRecords.AsNoTracking().Where(r => r.Id > head.Count).OrderBy(r => r.Id).Take(ABatch).ToListAsync(stop));
            foreach (var record in records)
            {
                if (record.Id != head.Count + 1) return new AuditVerdict(head, FormattableString.Invariant($"Record {head.Count + 1} is missing: it was removed."));
                if (record.HashAfter(head.Hash) != record.Hash) return new AuditVerdict(head, FormattableString.Invariant($"Record {record.Id} was changed, or stands in another one's place."));

                head = new AuditHead(record.Id, record.Hash);
                if (heads.Exists(known => known.Count == head.Count && known.Hash != head.Hash)) return new AuditVerdict(head, FormattableString.Invariant($"Record {record.Id} is not the one that was anchored: the log was written anew."));
            }

            if (records.Count < ABatch) break;
        }

        if (heads.Find(known => known.Count > head.Count) is { } longer) return new AuditVerdict(head, FormattableString.Invariant($"Records {head.Count + 1} to {longer.Count} are missing: the end of the log was cut off."));
        if (kept is { IsSealed: false }) return new AuditVerdict(head, "The anchor in the data folder (audit-head) was changed: its seal does not fit.");
        if (kept is null && !anew && head.Count > 0) return new AuditVerdict(head, "There is no anchor (audit-head) in the data folder, so nobody can tell whether the end was cut off. After a restore, give: verify-audit --anew");

        if (anew) anchor.Replace(head);
        return new AuditVerdict(head, null);
    }
}

/// <summary>What was found.</summary>
/// <param name="Head">How far it is as it was written.</param>
/// <param name="Wrong">A sentence; null when all is.</param>
public sealed record AuditVerdict(AuditHead Head, string? Wrong);
