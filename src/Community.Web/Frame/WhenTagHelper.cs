using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Community.Web.Frame;

/// <summary><c>&lt;when at="..." /&gt;</c>: a time in the reader's zone, the exact one on hover. <c>row</c> is for rows, <c>day</c> has no hours.</summary>
[HtmlTargetElement("when", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTagHelper(FramePage frame, TimeProvider clock, IStringLocalizer<FrameText> text) : TagHelper
{
    public DateTime At { get; set; }

    public bool Row { get; set; }

    public bool Day { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var zone = (await frame.Load()).Zone;
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(At, DateTimeKind.Utc), zone);
        var now = TimeZoneInfo.ConvertTimeFromUtc(clock.Now(), zone);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", local.ToString("dddd, d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture));
        output.Content.SetContent(Row ? InRow(local, now) : Day ? OnDay(local, now) : OnPage(local, now));
    }

    string InRow(DateTime at, DateTime now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => text["now"],
        { TotalMinutes: < 60 } age => text["{0} min", (int)age.TotalMinutes],
        { TotalHours: < 12 } age => text["{0} h", (int)age.TotalHours],
        _ when at.Date == now.Date.AddDays(-1) => text["Yesterday"],
        { TotalDays: < 6 } => at.ToString("ddd", CultureInfo.CurrentCulture),
        _ => at.ToString(at.Year == now.Year ? "d MMM" : "MMM yyyy", CultureInfo.CurrentCulture),
    };

    string OnPage(DateTime at, DateTime now) =>
        at.Date == now.Date ? text["Today, {0}", at.ToString("HH:mm", CultureInfo.CurrentCulture)]
        : at.ToString(at.Year == now.Year ? "d MMMM, HH:mm" : "d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    static string OnDay(DateTime at, DateTime now) => at.ToString(at.Year == now.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);
}
