using Community.Governance;
using Community.People;
using Community.Policies;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Policies;

/// <summary>Loads policies as their reader sees them.</summary>
public sealed class PolicyLoading(CommunityContext db, CurrentViewer current, KnownCommunity known, TimeProvider clock)
{
    const int MostMissing = 200;

    public async Task<DateOnly> Today() => InstitutionDay.Of(clock.Now(), (await known.Ground()).Institution?.Zone);

    /// <summary>Policies are few; all are loaded, without their texts.</summary>
    public async Task<PolicyList> List()
    {
        var viewer = await current.Get();
        var rows = new List<PolicyRow>();
        var acknowledged = (await db.Acknowledgements.AsNoTracking().Where(a => a.PersonId == viewer.PersonId).Select(a => new { a.PolicyId, a.Number }).ToListAsync()).ToLookup(a => a.PolicyId, a => a.Number);
        foreach (var policy in await Visible(viewer).OrderBy(p => p.Title).ThenBy(p => p.Id).ToListAsync()) rows.Add(await Row(policy, viewer, acknowledged[policy.Id].DefaultIfEmpty().Max()));

        return new PolicyList([.. rows.OrderByDescending(row => row.IsAsked)], viewer.IsAdministrator);
    }

    /// <summary>Null where there is no such policy or version for the reader.</summary>
    /// <param name="number">Null for the version in force, or the next best that the reader may see.</param>
    public async Task<PolicyPage?> Page(long id, int? number = null)
    {
        var viewer = await current.Get();
        if (await Visible(viewer).FirstOrDefaultAsync(p => p.Id == id) is not { } policy) return null;

        var (today, oversees) = (await Today(), viewer.Oversees(policy));
        var versions = policy.Versions.Where(v => oversees || v.ReleasedAt is not null).OrderByDescending(v => v.Number).ToList();
        var inForce = policy.InForce(today);
        if ((number is null ? inForce ?? versions[0] : versions.FirstOrDefault(v => v.Number == number)) is not { } shown) return null;

        int? knows = await db.Acknowledgements.Where(a => a.PolicyId == id && a.PersonId == viewer.PersonId).MaxAsync(a => (int?)a.Number);
        var row = await Row(policy, viewer, knows ?? 0);
        PolicyStage Stage(PolicyVersion v) => v.ReleasedAt is null ? PolicyStage.Draft : v.EffectiveOn > today ? PolicyStage.Coming : v == inForce ? PolicyStage.InForce : PolicyStage.Past;
        return new PolicyPage(row, shown, Stage(shown), await Name(shown.EditorId), [.. versions.Select(v => new VersionRow(v.Number, v.Summary, v.EffectiveOn, Stage(v)))], await Origin(viewer, policy.TopicId),
            knows, shown == inForce && (knows ?? 0) < shown.Number, row.IsAsked, oversees, viewer.IsAdministrator, oversees && policy.Asking(today) is { } asking ? await Counts(id, asking.Number) : null);
    }

    /// <summary>Null for everybody but owner and administrators, and where nothing is in force.</summary>
    public async Task<PolicyReport?> Report(long id)
    {
        if (await Page(id) is not { Oversees: true, Counts: { } counts } page) return null;

        var asking = (await Visible(await current.Get()).FirstAsync(p => p.Id == id)).Asking(await Today())!.Number;
        var missing = await db.MissingFrom(id, asking).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostMissing).Select(p => new Named(p.Id, p.Name)).ToListAsync();
        return new PolicyReport(page.Row, asking, counts, missing, counts.Asked - counts.Known - missing.Count);
    }

    /// <summary>Null where the reader may not see both versions.</summary>
    public async Task<PolicyDifference?> Difference(long id, int before, int after) =>
        await Page(id, before) is { } old && await Page(id, after) is { } young ? new PolicyDifference(young.Row, before, after, TextDifference.Of(old.Shown.Body, young.Shown.Body)) : null;

    /// <summary>Where the topic is named for an administrator's form; also one that the administrator does not see.</summary>
    public Task<long?> TopicOf(long id) => db.Policies.Where(p => p.Id == id).Select(p => p.TopicId).FirstOrDefaultAsync();

    IQueryable<Policy> Visible(Viewer viewer) => db.Policies.AsNoTracking().VisibleTo(viewer).Include(p => p.Versions).ThenInclude(v => v.Scope.OrderBy(s => s.Place)).AsSplitQuery();

    async Task<PolicyCounts> Counts(long id, int asking)
    {
        var acknowledgements = db.Acknowledgements;
        return new PolicyCounts(await db.AskedForPolicies.CountAsync(p => acknowledgements.Any(a => a.PolicyId == id && a.PersonId == p.Id && a.Number >= asking)), await db.AskedForPolicies.CountAsync());
    }

    async Task<PolicyOrigin?> Origin(Viewer viewer, long? topicId) =>
        topicId is { } of && await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => t.Id == of).Select(t => new { t.Id, t.Kind, t.Title }).FirstOrDefaultAsync() is { } topic
            ? new PolicyOrigin(topic.Title, TopicAddress.Of(topic.Kind, topic.Id, topic.Title)) : null;

    async Task<PolicyRow> Row(Policy policy, Viewer viewer, int knows)
    {
        var today = await Today();
        var version = policy.InForce(today);
        return new PolicyRow(policy.Id, policy.Title, policy.Kind, await Name(policy.OwnerId), version?.Number, version?.EffectiveOn, policy.Asking(today) is { } asking && knows < asking.Number, viewer.Oversees(policy) && policy.Waiting is not null);
    }

    async Task<Named> Name(long personId) => new(personId, (await known.Names([personId]))[personId].Name);
}
