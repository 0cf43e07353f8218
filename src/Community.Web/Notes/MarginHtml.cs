using System.Globalization;
using System.Net;
using System.Text;
using Community.Governance;
using Community.Notes.Lineage;
using Community.Store;
using Community.Topics;
using Community.Web.Care;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Notes;

/// <summary>Writes beside the blocks of a note, as one reader sees them, the letters of their sources and the positions that stand at them.</summary>
/// <param name="isKeeper">Whether the reader is told what to do about a source that changed.</param>
public sealed class MarginHtml(Topic note, NoteLineage lineage, NoteDisputes disputes, SidesHtml sides, IStringLocalizer<NotesText> text, Marks marks, bool isKeeper)
{
    public NoteLineage Lineage => lineage;

    /// <param name="html">As it is stored: the blocks stand where their layout says.</param>
    public string Beside(string html)
    {
        var (ties, disputed) = (lineage.Ties.ToLookup(tie => tie.BlockId), disputes.AtPassages);
        var (written, at, named) = (new StringBuilder(html.Length * 2), 0, new HashSet<long>());
        foreach (var block in lineage.Blocks.Count > 0 ? lineage.Blocks : disputes.Blocks)
        {
            var own = ties[block.Id].DistinctBy(tie => tie.PostId).ToList();
            var (start, end) = (block.Text.HtmlStart, block.Text.HtmlStart + block.Text.HtmlLength);
            if (own.Count == 0 && !disputed.Contains(block.Id) || start < at || end > html.Length) continue;

            written.Append(html, at, start - at);
            Begin(written, block.Id, own, disputed.Contains(block.Id), named);
            foreach (var dispute in disputed[block.Id]) written.Append(sides.Line(dispute, note.Id, isKeeper));
            written.Append(html, start, end - start);
            foreach (var dispute in disputed[block.Id]) written.Append(sides.Of(dispute));
            written.Append("</div>\n");
            at = end;
        }

        return written.Append(html, at, html.Length - at).ToString();
    }

    void Begin(StringBuilder html, long blockId, List<TiedSource> own, bool isDisputed, HashSet<long> named)
    {
        var state = own.Select(tie => tie.State).DefaultIfEmpty().Max();
        html.Append("<div class=\"block").Append(own.Count == 0 ? "" : state switch { SourceState.Gone => " from from-gone", SourceState.Changed => " from from-changed", _ => " from" }).Append(isDisputed ? " disputed" : "");
        html.Append(CultureInfo.InvariantCulture, $"\" id=\"block-{blockId}\">");
        if (own.Count == 0) return;

        html.Append("<p class=\"sigla\">");
        foreach (var tie in own)
        {
            var letter = lineage.LetterOf(tie.PostId);
            var id = named.Add(tie.PostId) ? $" id=\"at-{letter}\"" : "";
            html.Append(CultureInfo.InvariantCulture, $"<a class=\"siglum\" href=\"#src-{letter}\"{id}><span class=\"sr\">{WebUtility.HtmlEncode(text["Source"])} </span>{letter}</a>");
        }

        html.Append("</p>");
        if (state == SourceState.Gone)
            State(html, "bad", "eye-off", text["Source taken back"], isKeeper ? text["Its post is out of sight. Say the passage in your own words if it still holds, or drop it."] : text["A steward will keep or drop this passage."], null);
        else if (isKeeper && own.Find(tie => tie.State == SourceState.Changed) is { } changed) State(html, "care", "history", text["Source changed"], text["The post that this came from says something else now."], changed);
    }

    void State(StringBuilder html, string tone, string icon, string state, string sentence, TiedSource? changed)
    {
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"block-state\"><span class=\"state {tone}\">{marks.Icon(icon)}{WebUtility.HtmlEncode(state)}</span> <span>{WebUtility.HtmlEncode(sentence)}");
        if (changed is not null)
            html.Append(CultureInfo.InvariantCulture, $" <a href=\"/posts/{changed.PostId}/history?from={changed.Revision}&amp;to={changed.Newest}\">{WebUtility.HtmlEncode(text["See what changed"])}</a></span> <button class=\"act\" type=\"submit\" form=\"act\" formaction=\"/notes/sources/{changed.TieId}/seen\">{marks.Icon("check")}{WebUtility.HtmlEncode(text["It still holds"])}</button></p>");
        else html.Append("</span></p>");
    }
}

/// <summary>Loads the margin of a note for a reader.</summary>
public sealed class Margins(CommunityContext db, LineageLoading lineage, DisputeLoading disputes, SidesHtml sides, IStringLocalizer<NotesText> text, Marks marks)
{
    /// <summary>Null where no block has a source that the reader may see, and none is disputed.</summary>
    public async Task<MarginHtml?> Of(Topic note, Viewer viewer, bool isKeeper)
    {
        var opening = await db.Posts.AsNoTracking().Where(p => p.TopicId == note.Id && p.Part == Part.Opening).Select(p => new { p.Id, p.RevisionNumber }).FirstAsync();
        var (found, positions) = (await lineage.Of(note.Id, opening.Id, opening.RevisionNumber, viewer), await disputes.Of(note.Id));
        if (found.Ties.Count == 0 && positions.Blocks.Count == 0) return null;

        await marks.Load();
        return new MarginHtml(note, found, positions, sides, text, marks, isKeeper);
    }
}
