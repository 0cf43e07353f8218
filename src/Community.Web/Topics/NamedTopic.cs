using System.Globalization;

namespace Community.Web.Topics;

/// <summary>A topic as somebody names it in a field: by its number, or by its address as it was copied.</summary>
public static class NamedTopic
{
    /// <summary>Null where nothing typed is a number.</summary>
    public static long? Id(string? typed) => (typed ?? "").Split(['/', '?', '#', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Select(id => (long?)id).FirstOrDefault();
}
