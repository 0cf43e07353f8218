using Community.Governance;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>Finds attachments as far as the reader may have them.</summary>
public sealed class AttachmentLoading(CommunityContext db, CurrentViewer current, Looks looks, TimeProvider clock)
{
    /// <returns>Null when it is not there or not for the reader.</returns>
    public async Task<FoundFile?> Find(long id, int? width)
    {
        var viewer = await current.Get();
        if (await One(db.AttachmentsFor(viewer), id, width) is { } found)
        {
            if (viewer.IsAdministrator) await Record(id, viewer);
            return found;
        }

        return viewer.IsSignedIn ? await One(db.AttachmentsToJudge(viewer, clock.Now()), id, width) : null;
    }

    static Task<FoundFile?> One(IQueryable<Attachment> among, long id, int? width) => among.AsNoTracking().Where(a => a.Id == id).Select(a => new FoundFile(
        a.Name,
        a.MediaType,
        width == null ? a.Hash : a.Sizes.Where(s => s.Width >= width).OrderBy(s => s.Width).Select(s => s.Hash).FirstOrDefault() ?? a.Hash,
        a.Width != null,
        a.CreatedAt)).FirstOrDefaultAsync();

    /// <summary>What to know of the pictures that stand in these texts; those out of the reader's sight are missing.</summary>
    public async Task<IReadOnlyDictionary<long, PictureView>> Pictures(IEnumerable<string> htmls) => await Pictures(htmls, db.AttachmentsFor(await current.Get()));

    /// <summary>The same of a text that waits, for its author or who decides on it.</summary>
    public async Task<IReadOnlyDictionary<long, PictureView>> PicturesWaiting(string html)
    {
        var viewer = await current.Get();
        var (readable, toJudge) = (db.AttachmentsFor(viewer), db.AttachmentsToJudge(viewer, clock.Now()));
        return await Pictures([html], db.Attachments.Where(a => readable.Any(r => r.Id == a.Id) || toJudge.Any(j => j.Id == a.Id)));
    }

    static async Task<IReadOnlyDictionary<long, PictureView>> Pictures(IEnumerable<string> htmls, IQueryable<Attachment> among)
    {
        var ids = htmls.SelectMany(PictureHtml.Ids).Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<long, PictureView>();

        return await among.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new PictureView(a.Id, a.Name, a.Width, a.Height, a.Sizes.OrderBy(s => s.Width).Select(s => s.Width).ToList()))
            .ToDictionaryAsync(p => p.Id);
    }

    /// <summary>An administrator's look into a Unit space is on record, unless the file can be read elsewhere as well.</summary>
    async Task Record(long id, Viewer viewer)
    {
        var spaces = await db.AttachmentTies.AsNoTracking().Where(t => t.AttachmentId == id).Select(t => t.Revision.Post.Topic.SpaceId).Distinct().ToListAsync();
        if (spaces.Count > 0 && spaces.TrueForAll(space => viewer.In(space) is not { ReadsAsAdministratorOnly: false })) await looks.Record(spaces[0]);
    }
}

/// <summary>A file that the reader may have.</summary>
/// <param name="At">When it came.</param>
public sealed record FoundFile(string Name, string MediaType, string Hash, bool IsPicture, DateTimeOffset At);

/// <summary>A picture as a text shows it.</summary>
/// <param name="Width">Of the largest size; null when it is another kind of file.</param>
/// <param name="Widths">Of all sizes, the smallest first.</param>
public sealed record PictureView(long Id, string Name, int? Width, int? Height, IReadOnlyList<int> Widths);
