using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Care;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.NoteLinks;

/// <summary>A note as a file of Markdown: front matter, then the text as it was typed, but for what it quotes from posts that are out of the reader's sight.</summary>
public sealed class NoteMarkdown(CommunityContext db, CurrentViewer current, TopicLoading topics, PostLoading posts, NoteCareLoading caring, FramePage frame)
{
    // Read by people, too; nothing here is put into a page.
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null when there is no such note, or its text is not for the reader.</returns>
    public async Task<NoteFile?> Of(Topic note, string ownAddress)
    {
        var viewer = await current.Get();
        var revisions = db.Revisions;
        var text = await db.Posts.AsNoTracking().VisibleTo(viewer).Where(p => p.TopicId == note.Id && p.Part == Part.Opening).Select(p => new
        {
            p.Standing,
            p.AuthorId,
            p.RevisionNumber,
            p.CreatedAt,
            p.EditedAt,
            Source = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Source).First()
        }).FirstOrDefaultAsync();
        if (note.Kind != TopicKind.Note || text is null || !Readable.By(viewer, text.Standing, text.AuthorId)) return null;

        var (head, care) = (await topics.Head(note), await caring.Of(note.Id));
        var readable = (await posts.Quotes([.. QuotedSource.Ids([text.Source])], viewer)).Keys.ToHashSet();
        var (title, revisedAt) = (head.Title ?? "", text.EditedAt ?? text.CreatedAt);
        var address = ((await frame.Load()).PublicAddress is { Length: > 0 } known ? known.TrimEnd('/') : ownAddress) + head.Address;
        var file = new StringBuilder("---\n");
        file.Append("title: ").Append(Quoted(title)).Append("\nspace: ").Append(head.SpaceSlug).Append("\ntags: ").Append(Quoted(head.Tags));
        file.Append("\nrevision: ").Append(text.RevisionNumber.ToString(CultureInfo.InvariantCulture)).Append("\nrevised: ").Append(revisedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        file.Append("\nstewards: ").Append(Quoted(care is null ? [] : care.People.Concat(care.Units).Select(keeper => keeper.Name))).Append("\naddress: ").Append(Quoted(address)).Append("\n---\n\n");
        file.Append(QuotedSource.Mask(text.Source.ReplaceLineEndings("\n"), readable)).Append('\n');
        return new NoteFile(note.Id, title, text.RevisionNumber, revisedAt, head.Address, file.ToString());
    }

    /// <summary>A JSON string or list, which YAML reads as it is.</summary>
    static string Quoted<T>(T value) => JsonSerializer.Serialize(value, Plain);
}

/// <summary>A note as Markdown.</summary>
/// <param name="RevisedAt">When this revision was saved.</param>
/// <param name="Url">Its page, from the root of the site.</param>
/// <param name="Markdown">With front matter.</param>
public sealed record NoteFile(long Id, string Title, int Revision, DateTime RevisedAt, string Url, string Markdown);
