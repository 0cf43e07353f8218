using System.Globalization;
using System.Text.Encodings.Web;
using Community.Web.Frame;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Community.Web.Topics;

/// <summary>Writes a <see cref="DraftMark"/>. One stands under every post, so it is written once a page but for what differs.</summary>
public sealed class DraftMarks(CurrentViewer current, Marks marks, IStringLocalizer<TopicsText> text)
{
    string? state, other;

    public async ValueTask<IHtmlContent> Of(DraftMark mark)
    {
        await marks.Load();
        state ??= $"<span class=\"quiet draft-state\" data-draft-state data-saved=\"{Plain(text["Draft saved {0}"])}\" data-failed=\"{Plain(text["Not saved yet; kept on this device"])}\">";
        other ??= $"""</span><span class="finding draft-other" role="status" data-draft-other hidden>{marks.Icon("history", "care")}<span>{Plain(text["Another text of yours is kept for this place, saved from another page or device."])} <span class="row"><button class="button small" type="button" data-draft-take>{Plain(text["Show the other text"])}</button> <button class="button small" type="button" data-draft-leave>{Plain(text["Keep what stands here"])}</button></span></span></span>""";
        var key = mark.Key is { Length: > 0 } known ? HtmlEncoder.Default.Encode(known) : Guid.NewGuid().ToString("N");
        var version = mark.Version is { } number ? $" value=\"{number.ToString(CultureInfo.InvariantCulture)}\"" : "";
        var by = (await current.Get()).PersonId?.ToString(CultureInfo.InvariantCulture);
        var saved = mark.SavedAt is { } at ? $"{Plain(text["Draft saved"])} {marks.WhenInRow(at)}" : "";
        return new HtmlString($"""
            <input type="hidden" name="Key" value="{key}"><input type="hidden" name="DraftVersion"{version}><input type="hidden" name="Place" value="{HtmlEncoder.Default.Encode(mark.Place.ToString())}"><input type="hidden" name="By" value="{by}">
            <button class="button {(mark.IsSmall ? "small" : "")}" type="submit" formaction="/drafts" formnovalidate data-draft-save>{Plain(text["Save draft"])}</button>
            {state}{saved}{other}
            """);
    }

    static string Plain(LocalizedString said) => HtmlEncoder.Default.Encode(said.Value);
}
