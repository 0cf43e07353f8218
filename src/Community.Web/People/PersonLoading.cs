using System.Globalization;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.People;

/// <summary>Loads somebody's page as the reader may see it.</summary>
public sealed class PersonLoading(CommunityContext db, CurrentViewer current)
{
    const int PageSize = 20;

    /// <param name="before">The last post of the page before; null on the first.</param>
    /// <returns>Null when there is nobody, or not for the reader.</returns>
    public async Task<PersonPage?> Load(long id, long? before)
    {
        var viewer = await current.Get();
        var person = await db.PeopleVisibleTo(viewer).AsNoTracking().FirstOrDefaultAsync(p => p.Id == id);
        if (person is null) return null;

        var rows = await Posts(viewer, id, before);
        var shown = rows.Take(PageSize).ToList();
        var unit = viewer.IsSignedIn ? await db.Units.Where(u => u.Id == person.UnitId).Select(u => u.Name).FirstOrDefaultAsync() : null;
        var source = person.IsImported ? await db.ExternalIdentities.Where(e => e.PersonId == id).Select(e => e.Source).FirstOrDefaultAsync() ?? "" : null;
        return new PersonPage(id, person.Name, unit, viewer.IsSignedIn ? person.Position : "", viewer.IsSignedIn ? person.AskMeAbout.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [],
            person.CreatedAt, person.ClosedAt is not null, source, viewer.PersonId == id, !viewer.IsSignedIn, viewer.IsAdministrator,
            shown, rows.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"?before={shown[^1].Id}") : null, before is null)
        {
            IsGuest = person.Role == Role.Guest,
            HasNotes = viewer.IsSignedIn && await db.NotesFor(viewer).AnyAsync(n => n.AuthorId == id),
        };
    }

    async Task<List<PostRow>> Posts(Viewer viewer, long authorId, long? before)
    {
        var spaces = db.Spaces;
        var posts = db.Posts.AsNoTracking().ListedFor(viewer).Where(p => p.AuthorId == authorId && p.UnnamedAt == null);
        if (before is not null)
        {
            var from = await posts.Where(p => p.Id == before).Select(p => (DateTime?)p.CreatedAt).FirstOrDefaultAsync();
            if (from is null) return [];

            posts = posts.Where(p => p.CreatedAt < from || p.CreatedAt == from && p.Id < before);
        }

        return await posts.OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id).Take(PageSize + 1)
            .Select(p => new PostRow(p.Id, p.Part, p.Topic.Kind, p.Topic.Standing == Standing.Published ? p.Topic.Title : null,
                spaces.Where(s => s.Id == p.Topic.SpaceId).Select(s => s.Name).First(), p.Score, p.CreatedAt))
            .ToListAsync();
    }
}
