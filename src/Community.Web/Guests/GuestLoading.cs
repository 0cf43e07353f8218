using Community.Governance;
using Community.People;
using Community.People.Guests;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Guests;

/// <summary>Guests, for staff: those for whom the reader answers or may answer, and for administrators all.</summary>
public sealed class GuestLoading(CommunityContext db, CurrentViewer current)
{
    const int MostShown = 500;

    public async Task<GuestsPage> All()
    {
        var viewer = await current.Get();
        var mine = await Mine(viewer).OrderBy(p => p.NameFolded).ThenBy(p => p.Id).Take(MostShown).Select(p => p.Id).ToListAsync();
        var waiting = await Waiting(viewer).OrderBy(p => p.NameFolded).ThenBy(p => p.Id).Take(MostShown).Select(p => p.Id).ToListAsync();
        var rows = await Rows(viewer, [.. mine.Union(waiting)]);
        return new GuestsPage([.. waiting.Select(id => rows[id])], [.. mine.Except(waiting).Select(id => rows[id]).Where(row => !row.IsOver)],
            [.. mine.Except(waiting).Select(id => rows[id]).Where(row => row.IsOver).OrderByDescending(row => row.Sponsorship?.EndedAt ?? row.Sponsorship?.EndsAt)], viewer.IsAdministrator);
    }

    /// <returns>Null when there is no such guest, or not for the reader.</returns>
    public async Task<GuestPage?> One(long id, MadeLink? link = null, GuestDays? form = null)
    {
        var (viewer, accounts) = (await current.Get(), db.Accounts);
        var (isMine, isWaiting) = (await Mine(viewer).AnyAsync(p => p.Id == id), await Waiting(viewer).AnyAsync(p => p.Id == id));
        if (!isMine && !isWaiting) return null;

        var guest = (await Rows(viewer, [id]))[id];
        var runs = guest is { IsOver: false, Sponsorship.EndedAt: null };
        var before = await Sponsorships(db.Sponsorships.Where(s => s.PersonId == id).OrderByDescending(s => s.Id));
        var isClosed = guest.IsOver && guest.Sponsorship is null or { WasClosedByOthers: true };
        var hasLeft = await db.People.AnyAsync(p => p.Id == id && p.ClosedAt != null && !accounts.Any(a => a.PersonId == p.Id));
        return new GuestPage(guest, [.. before.Select(row => row.Row).Where(row => row.Id != guest.Sponsorship?.Id)], !guest.IsOver,
            runs && (isWaiting || viewer.IsAdministrator && guest.Sponsorship?.SponsorId != viewer.PersonId), isMine && !hasLeft && (viewer.IsAdministrator || !isClosed), viewer.IsAdministrator, link, form ?? new GuestDays());
    }

    /// <summary>Spaces into which the reader may invite, by name.</summary>
    public async Task<IReadOnlyList<GuestSpace>> SpacesToInvite()
    {
        var viewer = await current.Get();
        return [.. (await db.Spaces.AsNoTracking().VisibleTo(viewer).Where(s => s.Tier != Tier.Institution).OrderBy(s => s.NameFolded).Select(s => new { s.Id, Space = new GuestSpace(s.Slug, s.Name, s.Tier) }).ToListAsync())
            .Where(s => viewer.IsStaff && viewer.May(Act.InviteGuest, s.Id)).Select(s => s.Space)];
    }

    /// <summary>Those for whom the reader answers or answered last; an administrator's: all.</summary>
    IQueryable<Person> Mine(Viewer viewer)
    {
        var (sponsorships, me) = (db.Sponsorships, viewer.PersonId);
        var guests = db.People.AsNoTracking().Where(p => p.Role == Role.Guest && !p.IsImported && !p.IsMask);
        return viewer.IsAdministrator ? guests
            : viewer.IsStaff ? guests.Where(p => sponsorships.Any(s => s.PersonId == p.Id && s.SponsorId == me && !sponsorships.Any(o => o.PersonId == p.Id && o.Id > s.Id)))
            : guests.Where(p => false);
    }

    /// <summary>Those whose sponsor is not here any more, and whom the reader may take over.</summary>
    IQueryable<Person> Waiting(Viewer viewer)
    {
        var (sponsorships, memberships, me, now) = (db.Sponsorships, db.Memberships, viewer.PersonId, db.Now);
        var alone = db.People.AsNoTracking().Where(p => p.Role == Role.Guest && p.ClosedAt == null && p.AccessUntil > now && sponsorships.Any(s => s.PersonId == p.Id && s.EndedAt == null && s.AloneAt != null));
        return viewer.IsAdministrator ? alone
            : viewer.IsStaff ? alone.Where(p => memberships.Any(m => m.PersonId == me && m.IsSteward && memberships.Any(g => g.PersonId == p.Id && g.SpaceId == m.SpaceId)))
            : alone.Where(p => false);
    }

    async Task<Dictionary<long, GuestRow>> Rows(Viewer viewer, List<long> ids)
    {
        var now = db.Now;
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, IsOver = p.ClosedAt != null || p.AccessUntil <= now }).ToListAsync();
        var sponsorships = db.Sponsorships;
        var last = (await Sponsorships(sponsorships.Where(s => ids.Contains(s.PersonId) && !sponsorships.Any(o => o.PersonId == s.PersonId && o.Id > s.Id)))).ToDictionary(s => s.PersonId, s => s.Row);
        var (readable, spaces) = (viewer.ReadableSpaceIds, db.Spaces);
        var entered = (await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.PersonId) && readable.Contains(m.SpaceId)).Join(spaces, m => m.SpaceId, s => s.Id, (m, s) => new { m.PersonId, s.NameFolded, Space = new GuestSpace(s.Slug, s.Name, s.Tier) }).OrderBy(m => m.NameFolded).ToListAsync())
            .ToLookup(m => m.PersonId, m => m.Space);
        return people.ToDictionary(p => p.Id, p => new GuestRow(p.Id, p.Name, last.GetValueOrDefault(p.Id), [.. entered[p.Id]], p.IsOver));
    }

    async Task<List<OfGuest>> Sponsorships(IQueryable<Sponsorship> sponsorships)
    {
        var people = db.People;
        var rows = await sponsorships.AsNoTracking().Select(s => new
        {
            Sponsorship = s,
            Sponsor = people.Where(p => p.Id == s.SponsorId).Select(p => p.Name).First(),
            AskedBy = people.Where(p => p.Id == s.AskedById).Select(p => p.Name).First(),
            EndedBy = people.Where(p => p.Id == s.EndedById).Select(p => p.Name).FirstOrDefault(),
        }).ToListAsync();
        return rows.ConvertAll(row => new OfGuest(row.Sponsorship.PersonId, new SponsorshipRow(row.Sponsorship.Id, row.Sponsorship.SponsorId, row.Sponsor, row.Sponsorship.From, row.Sponsorship.EndsAt, row.Sponsorship.Why, row.AskedBy,
            row.Sponsorship.AloneAt is not null, row.Sponsorship.EndedAt, row.Sponsorship.End, row.Sponsorship.EndReason, row.EndedBy, row.Sponsorship.WasClosedByOthers)));
    }

    sealed record OfGuest(long PersonId, SponsorshipRow Row);
}
