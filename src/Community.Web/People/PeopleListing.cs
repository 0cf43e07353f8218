using System.Globalization;
using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.People;

/// <summary>Finds people by name or address for administrators, paged by keyset.</summary>
public sealed class PeopleListing(CommunityContext db)
{
    const int PageSize = 30;

    /// <param name="after">The last person of the page before.</param>
    public async Task<PeopleListPage> Load(string? who, Role? role, long? unitId, long? after)
    {
        var found = Found(who, role, unitId);
        var total = await found.LongCountAsync();
        if (after is not null && await db.People.Where(p => p.Id == after).Select(p => p.NameFolded).FirstOrDefaultAsync() is { } name)
            found = found.Where(p => p.NameFolded.CompareTo(name) > 0 || p.NameFolded == name && p.Id > after);

        var rows = await Rows(found.OrderBy(p => p.NameFolded).ThenBy(p => p.Id).Take(PageSize + 1));
        var shown = rows.Take(PageSize).ToList();
        var unit = unitId is null ? null : await db.Units.Where(u => u.Id == unitId).Select(u => u.Name).FirstOrDefaultAsync();
        var next = rows.Count > PageSize ? Address(who, role, unitId, shown[^1].Id) : null;
        return new PeopleListPage(who, role, unit, total, shown, next, after is null);
    }

    IQueryable<Person> Found(string? who, Role? role, long? unitId)
    {
        var (people, accounts) = (db.People.AsNoTracking().Where(p => !p.IsMask), db.Accounts);
        if (role is not null) people = people.Where(p => p.Role == role);
        if (unitId is not null) people = people.Where(p => p.UnitId == unitId);
        if (string.IsNullOrWhiteSpace(who)) return people;

        var (folded, normal) = (Folded.Of(who), EmailAddress.Normal(who));
        return people.Where(p => p.NameFolded.Contains(folded) || accounts.Any(a => a.PersonId == p.Id && a.NormalizedEmail!.Contains(normal)));
    }

    async Task<List<ListedPerson>> Rows(IQueryable<Person> people)
    {
        var (accounts, units, identities) = (db.Accounts, db.Units, db.ExternalIdentities);
        return await people.Select(p => new ListedPerson(p.Id, p.Name,
            accounts.Where(a => a.PersonId == p.Id).Select(a => a.Email).FirstOrDefault(),
            units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault(),
            p.Role, p.ClosedAt != null,
            accounts.Any(a => a.PersonId == p.Id && a.PasswordHash != null),
            p.IsImported,
            identities.Where(i => i.PersonId == p.Id).Select(i => i.Source).FirstOrDefault())).ToListAsync();
    }

    public async Task<ListedPerson?> One(long id) => (await Rows(db.People.AsNoTracking().Where(p => p.Id == id && !p.IsMask))).FirstOrDefault();

    static string Address(string? who, Role? role, long? unitId, long after) =>
        string.Create(CultureInfo.InvariantCulture, $"/admin/people?who={Uri.EscapeDataString(who ?? "")}&role={RoleWord.Of(role)}&unit={unitId}&after={after}");
}
