using Community.Notes.Care;
using Community.People;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.People;

/// <summary>Loads one person for an administrator.</summary>
public sealed class ManagedPersonLoading(CommunityContext db, PeopleListing listing, CurrentViewer current, Letters letters, TimeProvider clock)
{
    const int MaxUnits = 500;

    /// <exception cref="RefusedException">There is no such person.</exception>
    public async Task<ManagedPersonPage> Load(long id, MadeLink? made = null)
    {
        var person = await listing.One(id) ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        var now = clock.Now();
        var waiting = await db.OneTimeLinks.Where(l => l.PersonId == id && l.UsedAt == null && l.ExpiresAt > now).MaxAsync(l => (DateTime?)l.ExpiresAt);
        var viewer = await current.Get();
        return new ManagedPersonPage(person, await Units(), made, waiting,
            await db.Posts.ListedFor(viewer).CountAsync(p => p.AuthorId == id), await db.Sessions.CountAsync(s => s.PersonId == id && s.EndedAt == null), letters.CanSend, viewer.PersonId == id)
        { NotesAlone = person.IsClosed ? 0 : await NotesAlone(id) };
    }

    /// <summary>Notes in sight that would be without a steward.</summary>
    async Task<int> NotesAlone(long id)
    {
        var keepers = await db.KeepersOf(await db.NotesKeptBy(id).Where(t => t.Standing == Standing.Published).Select(t => t.Id).ToListAsync());
        return keepers.Values.Count(keep => keep is { PersonIds: [var only], UnitIds: [] } && only == id);
    }

    /// <summary>Names of units for a form, at most 500.</summary>
    public async Task<IReadOnlyList<string>> Units() => await db.Units.OrderBy(u => u.NameFolded).Take(MaxUnits).Select(u => u.Name).ToListAsync();
}
