using System.Globalization;
using System.Net;
using System.Text;
using Community.Web.Frame;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Community.Web.Care;

/// <summary>Two positions side by side: on top of a note, and within its text, where no partial view can stand.</summary>
public sealed class SidesHtml(IStringLocalizer<CareText> text, Marks marks)
{
    /// <summary>Both sides, with their evidence.</summary>
    public HtmlString Of(DisputeView dispute)
    {
        var html = new StringBuilder("<div class=\"sides\">");
        foreach (var side in dispute.Positions)
            html.Append("<div><p class=\"who\">").Append(Clean(text["{0} says", side.By.Name])).Append("</p><p>").Append(Clean(side.Text)).Append("</p><p class=\"meta\"><a href=\"").Append(Clean(side.Link)).Append("\" rel=\"nofollow noopener\">")
                .Append(marks.Icon("link")).Append(Clean(text["The evidence"])).Append("<span class=\"sr\"> ").Append(Clean(side.By.Name)).Append("</span></a></p></div>");

        return new HtmlString(html.Append("</div>").ToString());
    }

    /// <summary>That a passage is disputed, and since when; for who keeps the note with the way to settle it.</summary>
    public string Line(DisputeView dispute, long noteId, bool isKeeper)
    {
        var html = new StringBuilder("<p class=\"block-state\"><span class=\"state bad\">").Append(marks.Icon("flag")).Append(Clean(text["Disputed"])).Append("</span> <span>").Append(Clean(text["since"])).Append(' ').Append(marks.Day(dispute.At)).Append("</span>");
        if (isKeeper) html.Append(CultureInfo.InvariantCulture, $" <a class=\"act\" href=\"/topics/{noteId}/care#settle-{dispute.Id}\">{marks.Icon("check")}{Clean(text["Settle it"])}</a>");
        return html.Append("</p>").ToString();
    }

    static string Clean(string words) => WebUtility.HtmlEncode(words);
}
