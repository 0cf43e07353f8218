using Community.Events;
using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>
/// What every page asks: who is looking, which spaces there are, how the institution is called. In memory, as far as the log reaches (<see cref="Recent"/>): a
/// right that is lost here is lost with the next request. For reading only; what is decided in a write is loaded there.
/// </summary>
public sealed class KnownCommunity : IForgets
{
    const int MostPeople = 20_000;

    readonly CommunityStore store;
    readonly Recent recent;
    readonly Remembered<long, KnownPerson?> people = new(MostPeople);
    readonly Remembered<long, KnownName> names = new(MostPeople);
    readonly Remembered<int, KnownGround> ground = new(1);

    public KnownCommunity(CommunityStore store, Recent recent)
    {
        (this.store, this.recent) = (store, recent);
        recent.Tell(this);
    }

    /// <summary>The viewer for a person; somebody unknown or closed counts as nobody.</summary>
    public async ValueTask<Viewer> Viewer(long? personId)
    {
        if (personId is { } id && await Person(id) is { } person) return person.Viewer;

        return (await Ground()).Nobody;
    }

    /// <summary>Null for somebody unknown or closed, and for a guest from the moment on at which their time is over.</summary>
    public async ValueTask<KnownPerson?> Person(long id)
    {
        await recent.CatchUp();
        if (people.TryGet(id, out var known)) return known?.AccessUntil <= store.Now ? null : known;

        var round = people.Round;
        var read = await store.Read(db => Load(db, id));
        people.Keep(id, read, round);
        return read;
    }

    public async ValueTask<KnownGround> Ground()
    {
        await recent.CatchUp();
        if (ground.TryGet(0, out var known)) return known;

        var round = ground.Round;
        var read = await store.Read(async db => new KnownGround(
            await db.Institutions.AsNoTracking().Select(i => new KnownInstitution(i.Name, i.PublicAddress, i.Zone)).FirstOrDefaultAsync(),
            (await db.Spaces.AsNoTracking().OrderBy(s => s.Name).Select(s => new KnownSpace(s.Id, s.Slug, s.Name, s.Tier)).ToListAsync()).ToDictionary(s => s.Id),
            await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name),
            await db.Viewer(null)));
        ground.Keep(0, read, round);
        return read;
    }

    /// <summary>How people are called, also closed ones, by id. Somebody unknown is missing.</summary>
    public async ValueTask<IReadOnlyDictionary<long, KnownName>> Names(IEnumerable<long> ids)
    {
        await recent.CatchUp();
        var found = new Dictionary<long, KnownName>();
        var missing = new List<long>();
        foreach (var id in ids)
        {
            if (names.TryGet(id, out var name)) found[id] = name;
            else missing.Add(id);
        }

        if (missing.Count == 0) return found;

        var round = names.Round;
        foreach (var person in await store.Read(db => db.People.AsNoTracking().Where(p => missing.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.UnitId, p.Role, p.IsImported, p.IsMask }).ToListAsync()))
        {
            var name = new KnownName(person.Name, person.UnitId, person is { IsImported: false, IsMask: false } && person.Role != Role.Guest, person.Role == Role.Guest, person.IsMask);
            names.Keep(person.Id, name, round);
            found[person.Id] = name;
        }

        return found;
    }

    void IForgets.Forget(Event happened)
    {
        switch (happened.Kind)
        {
            case EventKind.PersonChanged or EventKind.PreferencesChanged or EventKind.Welcomed or EventKind.Joined or EventKind.Left:
            case EventKind.Imported when happened.TopicId is null:
                people.Forget(happened.SubjectId);
                names.Forget(happened.SubjectId);
                break;
            case EventKind.Opened or EventKind.Rechartered or EventKind.InstitutionChanged or EventKind.UnitChanged:
                people.ForgetAll();
                ground.ForgetAll();
                // A voice is called like what it speaks for.
                if (happened.Kind is EventKind.InstitutionChanged or EventKind.UnitChanged) names.ForgetAll();
                break;
            case EventKind.VoiceChanged:
                people.Forget(happened.SubjectId);
                break;
            case EventKind.Masked or EventKind.Unmasked or EventKind.Suspended or EventKind.SuspensionEnded:
                // Whose mask it is, or who is suspended, the event does not say.
                people.ForgetAll();
                break;
        }
    }

    void IForgets.ForgetAll()
    {
        people.ForgetAll();
        names.ForgetAll();
        ground.ForgetAll();
    }

    static async Task<KnownPerson?> Load(CommunityContext db, long id)
    {
        var viewer = await db.Viewer(id);
        if (!viewer.IsSignedIn) return null;

        var (memberships, readable) = (db.Memberships, viewer.ReadableSpaceIds);
        var joined = await db.Spaces.AsNoTracking().Where(s => readable.Contains(s.Id) && memberships.Any(m => m.SpaceId == s.Id && m.PersonId == id)).OrderBy(s => s.Name).Select(s => s.Id).ToListAsync();
        return await db.People.AsNoTracking().Where(p => p.Id == id).Select(p => new KnownPerson(p.Id, p.Name, p.Zone, p.IsKeysOff, p.ShowsPresence, p.CreatedAt, viewer, joined, p.AccessUntil)).FirstOrDefaultAsync();
    }
}

/// <summary>Somebody who can sign in.</summary>
/// <param name="Zone">IANA name; null follows the browser.</param>
/// <param name="AccessUntil">Of a guest who was invited until then.</param>
/// <param name="JoinedSpaceIds">Readable spaces with a membership of their own, by name.</param>
public sealed record KnownPerson(long Id, string Name, string? Zone, bool IsKeysOff, bool ShowsPresence, DateTime CreatedAt, Viewer Viewer, IReadOnlyList<long> JoinedSpaceIds, DateTime? AccessUntil = null);

/// <summary>Institution, all spaces by id in the order of their names, names of units, and what somebody without an account may read.</summary>
/// <param name="Institution">Null before the set-up.</param>
public sealed record KnownGround(KnownInstitution? Institution, IReadOnlyDictionary<long, KnownSpace> Spaces, IReadOnlyDictionary<long, string> Units, Viewer Nobody);

/// <param name="UnitId">Where the person works; null outside of any unit.</param>
/// <param name="IsStaff">An account of the institution's own.</param>
/// <param name="IsGuest">Invited from outside.</param>
/// <param name="IsMask">Nobody: a voice, or somebody who asked without a name. There is no page of it.</param>
public sealed record KnownName(string Name, long? UnitId, bool IsStaff, bool IsGuest = false, bool IsMask = false);

public sealed record KnownInstitution(string Name, string PublicAddress, string Zone);

public sealed record KnownSpace(long Id, string Slug, string Name, Tier Tier);
