using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.NoteLinks;

/// <summary>Finds out where the links to notes in some texts lead one reader; texts without any cost no query.</summary>
public sealed class NoteLinkLoading(CommunityContext db, CurrentViewer current, NoteAnchors anchors, IStringLocalizer<NoteLinksText> text)
{
    /// <param name="texts">Stored HTML by post; 0 for what is not stored yet.</param>
    /// <param name="spaceId">Where they stand: a note of that space goes before others of its name.</param>
    /// <returns>Completes such a text.</returns>
    public async Task<Func<long, string, string>> For(IEnumerable<(long PostId, string Html)> texts, long spaceId)
    {
        var places = texts.SelectMany(each => NoteLinkHtml.Places(each.Html).Select(place => (each.PostId, Place: place))).Distinct().ToList();
        if (places.Count == 0) return (_, html) => html;

        var viewer = await current.Get();
        var postIds = places.Where(each => each.Place.Title is not null && each.PostId > 0).Select(each => each.PostId).Distinct().ToList();
        var meant = postIds.Count == 0 ? [] : await db.NoteLinks.AsNoTracking().Where(l => postIds.Contains(l.PostId) && l.NoteId != null).ToDictionaryAsync(l => (l.PostId, l.Name), l => l.NoteId!.Value);
        var names = places.Select(each => each.Place.Title).OfType<string>().Select(NoteLink.NameOf).Distinct().ToList();
        var ids = places.Select(each => each.Place.Id).Concat(meant.Values).Distinct().ToList();
        var posts = db.Posts;
        var notes = await db.NotesFor(viewer).AsNoTracking().Where(t => ids.Contains(t.Id) || names.Contains(t.TitleFolded!))
            .SelectMany(t => posts.Where(p => p.TopicId == t.Id && p.Part == Part.Opening), (t, p) => new Known(t.Id, t.Title, t.TitleFolded, t.SpaceId, p.Id, p.RevisionNumber)).ToListAsync();
        var byId = notes.ToDictionary(note => note.Id);
        var byName = notes.ToLookup(note => note.Name);
        var named = places.Where(each => each.Place.Anchor.Length > 0 && byId.ContainsKey(each.Place.Id)).Select(each => byId[each.Place.Id]).Distinct();
        var headings = await anchors.Of(db, [.. named.Select(note => (note.PostId, note.Revision))]);

        var missing = viewer.IsSignedIn ? text["Nobody has written this note yet. Write it"].Value : null;
        return (postId, html) => NoteLinkHtml.Fill(html, place => Find(postId, place), missing);

        FoundNote? Find(long postId, NoteLinkPlace place)
        {
            if (place.Title is null) return byId.TryGetValue(place.Id, out var note) ? new FoundNote(note.Address + Anchor(note, place.Anchor), note.Title) : null;
            if (meant.TryGetValue((postId, NoteLink.NameOf(place.Title)), out var id) && byId.TryGetValue(id, out var pinned)) return new FoundNote(pinned.Address, pinned.Title);

            List<Known> same = [.. byName[NoteLink.NameOf(place.Title)]];
            if (same.Exists(each => each.SpaceId == spaceId)) same.RemoveAll(each => each.SpaceId != spaceId);
            return same.Count switch { 0 => null, 1 => new FoundNote(same[0].Address, same[0].Title), _ => new FoundNote(NoteLinkForm.AddressOf(place.Title), null) };
        }

        string Anchor(Known note, string anchor) =>
            anchor.Length == 0 ? "" : "#" + (headings[note.PostId].GetValueOrDefault(Uri.UnescapeDataString(anchor).ToLowerInvariant()) ?? System.Net.WebUtility.HtmlEncode(anchor));
    }

    sealed record Known(long Id, string Title, string? Name, long SpaceId, long PostId, int Revision)
    {
        public string Address { get; } = TopicAddress.Of(TopicKind.Note, Id, Title);
    }
}
