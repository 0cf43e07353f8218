using Community.Notes.Care;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Care;

/// <summary>Loads what was done for a note. Ask only for notes that came through the gate in this request.</summary>
public sealed class CareHistory(CommunityContext db, KnownCommunity community)
{
    const int Most = 50;

    public async Task<(int Space, int? Own)> Months(Topic note) => (
        await db.NoteIntervals.Where(i => i.SpaceId == note.SpaceId).Select(i => (int?)i.Months).FirstOrDefaultAsync() ?? NoteInterval.DefaultMonths,
        await db.NoteCares.Where(c => c.TopicId == note.Id).Select(c => c.Months).FirstOrDefaultAsync());

    public async Task<IReadOnlyList<CareStep>> Of(long topicId)
    {
        var checks = await db.NoteChecks.AsNoTracking().Where(c => c.TopicId == topicId).OrderByDescending(c => c.Id).Take(Most).ToListAsync();
        var outdatings = await db.NoteOutdatings.AsNoTracking().Where(o => o.TopicId == topicId).OrderByDescending(o => o.Id).Take(Most).ToListAsync();
        var changes = await db.NoteHandovers.AsNoTracking().Where(h => h.TopicId == topicId).OrderByDescending(h => h.Id).Take(Most).ToListAsync();
        var disputes = await db.NoteDisputes.AsNoTracking().Where(d => d.TopicId == topicId).OrderByDescending(d => d.Id).Take(Most).ToListAsync();
        var (names, units) = (await Names([.. checks.Select(c => c.ById), .. outdatings.SelectMany(o => Both(o.ById, o.EndedById)), .. changes.SelectMany(h => Both(h.ById, h.FromPersonId).Concat(Both(h.ById, h.ToPersonId))), .. disputes.SelectMany(d => Both(d.ById, d.SettledById))]), (await community.Ground()).Units);

        List<CareStep> steps =
        [
            .. checks.Select(c => new CareStep(CareAct.Checked, names[c.ById], c.At, c.Word, Revision: c.RevisionNumber)),
            .. outdatings.Select(o => new CareStep(CareAct.Outdated, names[o.ById], o.At, o.Reason)),
            .. outdatings.Where(o => o.EndedAt is not null).Select(o => new CareStep(CareAct.Revived, names[o.EndedById!.Value], o.EndedAt!.Value, "")),
            .. disputes.Select(d => new CareStep(CareAct.Disputed, names[d.ById], d.At, "") { IsOfPassage = d.BlockId is not null }),
            .. disputes.Where(d => d.SettledAt is not null).Select(d => new CareStep(CareAct.Settled, names[d.SettledById!.Value], d.SettledAt!.Value, d.Outcome) { IsOfPassage = d.BlockId is not null }),
            .. changes.Select(h => Change(h, Name(h.FromPersonId, h.FromUnitId), Name(h.ToPersonId, h.ToUnitId), names[h.ById])),
        ];
        return [.. steps.OrderByDescending(step => step.At).Take(Most)];

        string Name(long? personId, long? unitId) => personId is { } id ? names[id].Name : unitId is { } unit ? units.GetValueOrDefault(unit, "—") : "";
    }

    /// <param name="isKeeper">Who was not sure, and who praised, is told to those who keep the note; who says that it holds no longer says so in the open.</param>
    public async Task<IReadOnlyList<ReaderWord>> Words(long topicId, bool isKeeper, long? readerId)
    {
        var words = await db.NoteVerdicts.AsNoTracking().Where(v => v.TopicId == topicId).OrderByDescending(v => v.Id).Take(Most).ToListAsync();
        var names = await Names([.. words.Select(w => w.PersonId)]);
        return words.ConvertAll(w => new ReaderWord(w.Answer, w.Answer == Verdict.No || w.PersonId == readerId || isKeeper && (w.Answer != Verdict.Yes || w.Word.Length > 0) ? names[w.PersonId] : null, w.Word, w.At, w.EndedAt is null));
    }

    static CareStep Change(NoteHandover change, string from, string to, Named by) =>
        from.Length > 0 && to.Length > 0 ? new CareStep(CareAct.HandedOver, by, change.At, change.Why, from, to)
        : from.Length > 0 ? new CareStep(CareAct.Relieved, by, change.At, change.Why, from)
        : new CareStep(CareAct.Appointed, by, change.At, change.Why, to);

    async Task<Dictionary<long, Named>> Names(IReadOnlyCollection<long> ids)
    {
        var names = await community.Names(ids.Distinct());
        return ids.Distinct().ToDictionary(id => id, id => new Named(id, names.TryGetValue(id, out var name) ? name.Name : "—", name is { IsMask: true }));
    }

    static IEnumerable<long> Both(long one, long? other) => other is { } id ? [one, id] : [one];
}
