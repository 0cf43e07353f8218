using Community.People;
using Community.Playbooks;
using Community.Spaces;
using Community.Store;
using Community.Text;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Playbooks;

/// <summary>Loads playbooks for staff; guests see none.</summary>
public sealed class PlaybookReading(CommunityContext db, CurrentViewer current, KnownCommunity known)
{
    const int MostShown = 300;

    /// <summary>Null for guests and visitors.</summary>
    public async Task<PlaybooksPage?> Page()
    {
        if (await current.Get() is not { IsStaff: true } viewer) return null;

        var rows = await Rows(db.Playbooks);
        var adopted = viewer.KeepsPlaybooks ? await db.Playbooks.Where(p => p.ReadyKey != null).Select(p => p.ReadyKey).ToListAsync() : [];
        var mine = await db.PlaybookRuns.VisibleTo(viewer, db).Concerning(viewer, db).CountAsync(r => r.State == RunState.Open);
        return new PlaybooksPage(rows.FindAll(row => !row.IsRetired), rows.FindAll(row => row.IsRetired), viewer.KeepsPlaybooks ? [.. ReadyPlaybooks.All.Where(one => !adopted.Contains(one.Key))] : [], mine, viewer.KeepsPlaybooks);
    }

    /// <summary>Of playbooks that stand for all staff.</summary>
    public async Task<List<PlaybookRow>> Rows(IQueryable<Playbook> playbooks)
    {
        var (open, people) = (db.PlaybookRuns.VisibleTo(await current.Get(), db).Where(r => r.State == RunState.Open), db.People);
        var found = await playbooks.AsNoTracking().OrderBy(p => p.Title).ThenBy(p => p.Id).Take(MostShown).Select(p => new
        {
            p.Id,
            p.Title,
            p.RetiredAt,
            Version = p.Versions.Where(v => v.Number == p.VersionNumber).Select(v => new { v.Scenario, v.OtherScenario, v.When, Steps = v.Steps.Count }).First(),
            Owner = people.Where(o => o.Id == p.OwnerId).Select(o => new { o.Id, o.Name, o.ClosedAt }).First(),
            Open = open.Count(r => r.PlaybookId == p.Id),
        }).ToListAsync();
        return found.ConvertAll(p => new PlaybookRow(p.Id, p.Title, new ScenarioName(p.Version.Scenario, p.Version.OtherScenario), p.Version.When, new OwnerName(p.Owner.Id, p.Owner.Name, p.Owner.ClosedAt is null), p.Version.Steps, p.Open, p.RetiredAt is not null));
    }

    /// <summary>Null where there is no such playbook or version for the reader.</summary>
    /// <param name="number">Null for the newest version.</param>
    public async Task<PlaybookPage?> One(long id, int? number = null)
    {
        if (await current.Get() is not { IsStaff: true } viewer || await db.Playbooks.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id) is not { } playbook) return null;

        var shown = number ?? playbook.VersionNumber;
        if (await db.PlaybookVersions.AsNoTracking().Include(v => v.Steps.OrderBy(s => s.Number)).FirstOrDefaultAsync(v => v.PlaybookId == id && v.Number == shown) is not { } version) return null;

        var history = await db.PlaybookVersions.AsNoTracking().Where(v => v.PlaybookId == id).OrderByDescending(v => v.Number).Take(MostShown).Select(v => new { v.Number, v.Title, v.ById, v.At }).ToListAsync();
        var names = await known.Names(history.Select(v => v.ById).Append(playbook.OwnerId).Distinct());
        var isHere = await db.People.AnyAsync(p => p.Id == playbook.OwnerId && p.ClosedAt == null);
        var open = await db.PlaybookRuns.VisibleTo(viewer, db).CountAsync(r => r.PlaybookId == id && r.State == RunState.Open);
        return new PlaybookPage(id, version.Title, version.Number, playbook.VersionNumber, new ScenarioName(version.Scenario, version.OtherScenario), version.When, new OwnerName(playbook.OwnerId, names[playbook.OwnerId].Name, isHere), await Steps(version),
            Html(version.Reply), version.Approver is { } approver ? (await Doers([approver]))[0] : null, version.Hours, history.ConvertAll(v => new VersionRow(v.Number, v.Title, new Named(v.ById, names[v.ById].Name), v.At)), open, playbook.RetiredAt is not null, viewer.KeepsPlaybooks);
    }

    /// <summary>The form of a new playbook, or with the newest version in it; null where the reader does not keep playbooks, or there is none.</summary>
    public async Task<PlaybookFormPage?> Form(long? id, PlaybookForm? typed = null)
    {
        if (!(await current.Get()).KeepsPlaybooks) return null;
        if (typed is not null || id is null) return new PlaybookFormPage(id, typed ?? await Blank(), await Units());

        var version = await db.PlaybookVersions.AsNoTracking().Include(v => v.Steps.OrderBy(s => s.Number)).Include(v => v.Playbook).Where(v => v.PlaybookId == id && v.Number == v.Playbook.VersionNumber).FirstOrDefaultAsync();
        if (version is null) return null;

        var (steps, approver) = (await Steps(version), version.Approver is { } by ? (await Doers([by]))[0] : null);
        var owner = (await known.Names([version.Playbook.OwnerId]))[version.Playbook.OwnerId].Name;
        return new PlaybookFormPage(id, new PlaybookForm
        {
            Scenario = version.Scenario,
            OtherScenario = version.OtherScenario,
            Title = version.Title,
            When = version.When,
            Owner = owner,
            Steps = [.. steps.Zip(version.Steps, (view, step) => new StepForm { Place = view.Number, Text = view.Text, Who = TypedDoer.Word(step.Doer), Name = view.Doer.PersonId is null ? null : view.Doer.Name, Hours = view.Hours })],
            Reply = version.Reply,
            Approver = version.Approver is { } doer ? TypedDoer.Word(doer) : "",
            ApproverName = approver?.PersonId is null ? null : approver.Name,
            Hours = version.Hours,
            BasedOn = version.Number,
        }, await Units());
    }

    /// <summary>A version's steps, in order.</summary>
    public async Task<IReadOnlyList<StepView>> Steps(PlaybookVersion version)
    {
        var steps = version.Steps.OrderBy(step => step.Number).ToList();
        var doers = await Doers(steps.ConvertAll(step => step.Doer));
        return [.. steps.Zip(doers, (step, doer) => new StepView(step.Number, step.Text, doer, step.Hours))];
    }

    public async Task<IReadOnlyList<DoerName>> Doers(IReadOnlyList<Doer> doers)
    {
        var (units, names) = ((await known.Ground()).Units, await known.Names(doers.Select(doer => doer.PersonId).OfType<long>().Distinct()));
        return [.. doers.Select(doer => new DoerName(doer.Party, doer.UnitId is { } unit ? units.GetValueOrDefault(unit) : doer.PersonId is { } person ? names[person].Name : null, doer.PersonId))];
    }

    public static string Html(string source) => source.Length == 0 ? "" : Markdown.Render(source).Html;

    async Task<PlaybookForm> Blank() => new() { Owner = (await known.Names([current.PersonId]))[current.PersonId].Name, Hours = 24, Key = Guid.NewGuid().ToString("N") };

    async Task<IReadOnlyList<Named>> Units() => [.. (await known.Ground()).Units.OrderBy(unit => unit.Value, StringComparer.CurrentCulture).Select(unit => new Named(unit.Key, unit.Value))];
}
