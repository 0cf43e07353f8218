using System.Globalization;
using Community.Governance;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.NoteLinks;

/// <summary>A title that texts link to and that no note bears.</summary>
/// <param name="Title">As one of the texts writes it.</param>
/// <param name="Count">Topics with such a text that the reader may read.</param>
public sealed record WantedNote(string Name, string Title, int Count)
{
    /// <summary>Where it is written.</summary>
    public string Address => "/new/note?title=" + Uri.EscapeDataString(Title);

    public string Cursor => string.Create(CultureInfo.InvariantCulture, $"{Count}.{Name}");
}

/// <summary>Reads what is asked for, the most wanted first, then by name.</summary>
static class WantedNotes
{
    /// <param name="after">The cursor of the last one seen; anything else begins at the beginning.</param>
    public static Task<List<WantedNote>> After(CommunityContext db, Viewer viewer, string? after, int count, CancellationToken stop)
    {
        var rows = Grouped(db, viewer);
        if (after?.IndexOf('.', StringComparison.Ordinal) is int dot and > 0 && int.TryParse(after.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
        {
            var name = after[(dot + 1)..];
            rows = rows.Where(row => row.Count < seen || row.Count == seen && row.Name.CompareTo(name) > 0);
        }

        return rows.OrderByDescending(row => row.Count).ThenBy(row => row.Name).Take(count).Select(row => new WantedNote(row.Name, row.Title, row.Count)).ToListAsync(stop);
    }

    public static Task<int> Count(CommunityContext db, Viewer viewer, CancellationToken stop) => db.WantedBy(viewer).Select(l => l.Name).Distinct().CountAsync(stop);

    public static IQueryable<Row> ByTitle(CommunityContext db, Viewer viewer) => Grouped(db, viewer).OrderBy(row => row.Name);

    static IQueryable<Row> Grouped(CommunityContext db, Viewer viewer) => db.WantedBy(viewer).AsNoTracking()
        .Select(l => new { l.Name, l.Title, l.Post.TopicId }).GroupBy(l => l.Name)
        .Select(g => new Row { Name = g.Key, Title = g.Min(l => l.Title)!, Count = g.Select(l => l.TopicId).Distinct().Count() });

    /// <summary>A title by its folded name.</summary>
    internal sealed class Row
    {
        public string Name { get; init; } = "";
        public string Title { get; init; } = "";
        public int Count { get; init; }
    }
}
