using System.Globalization;
using System.Text.Json;
using Community.Notes.Writing;
using Community.Topics;

namespace Community.Web.Topics;

/// <summary>What somebody sent after the session had ended. It goes through signing in inside the page, and is a draft of the same person afterwards.</summary>
/// <param name="By">Who the form was made for: somebody else who signs in does not get the text.</param>
public sealed record KeptText(long By, string Place, long? Version, DraftText Text)
{
    /// <summary>From a form that was composed in; null when the request brought none, or when it comes from another site.</summary>
    public static async Task<KeptText?> Of(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType || request.Headers.Origin.ToString() is { Length: > 0 } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value)) return null;

        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            long? Number(string name) => long.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            string?[] Listed(string name) => [.. Enumerable.Range(0, NoteSections.MostSections).TakeWhile(i => form.ContainsKey($"{name}[{i}]")).Select(i => form[$"{name}[{i}]"].ToString())];
            if (Number("By") is not { } by) return null;

            var place = DraftPlace.Of(form["Place"]);
            var typed = new DraftForm { Key = form["Key"], Title = form["Title"], Body = form["Body"], Space = form["Space"], Tags = form["Tags"], Summary = form["Summary"], ParentId = Number("ParentId"), BaseRevision = (int?)Number("BaseRevision"), Shape = form["Shape"], Masked = form["Masked"] == "true", Purpose = form["Purpose"], Headings = Listed("Headings"), Probes = Listed("Probes") };
            return typed.ToText() is { IsEmpty: false, Length: <= DraftText.MaxLength } text ? new KeptText(by, place.ToString(), Number("DraftVersion"), text) : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or RefusedException or OverflowException)
        {
            return null;
        }
    }

    public string Address => DraftAddress.Of(DraftPlace.Of(Place));

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Null of what this program did not write.</summary>
    public static KeptText? OfJson(string? json)
    {
        try
        {
            return json is { Length: > 0 } && JsonSerializer.Deserialize<KeptText>(json) is { Text: { Body: not null, Title: not null, Space: not null, Tags: not null, Summary: not null, Key: not null, Shape: not null } } kept && DraftPlace.Of(kept.Place) is not null ? kept : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or RefusedException)
        {
            return null;
        }
    }
}
