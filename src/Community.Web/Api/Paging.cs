using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Api;

/// <summary>How a caller asks for a page of a list.</summary>
public sealed record Paging(
    [property: FromQuery(Name = "cursor"), Description("The `next` of the page before. It carries the limit and the filters that the list began with.")] string? Cursor,
    [property: FromQuery(Name = "limit"), Description("How many items, 1 to 100; 30 unless said.")] int? Limit)
{
    public const int MaxLimit = 100;

    const int DefaultLimit = 30;

    /// <summary>Where to go on: from the cursor, else from the beginning.</summary>
    /// <param name="filter">What narrows the list; a cursor's own comes before it.</param>
    /// <exception cref="BadHttpRequestException">The cursor is none of this list's.</exception>
    /// <exception cref="RefusedException">The limit is out of bounds.</exception>
    public Position From(int places, params string?[] filter)
    {
        if (!string.IsNullOrEmpty(Cursor)) return Position.Read(Cursor, places, filter.Length) ?? throw new BadHttpRequestException("The cursor cannot be read.");

        var limit = Limit ?? DefaultLimit;
        return limit is >= 1 and <= MaxLimit ? new Position(limit, [], filter) : throw new RefusedException(Refusal.Invalid, "The limit is 1 to {0}.", MaxLimit) { Field = "Limit" };
    }
}

/// <summary>A place in a list, as a cursor carries it.</summary>
/// <param name="Place">What the list is ordered by, of the last item seen; empty at the beginning.</param>
public sealed record Position(int Limit, long[] Place, string?[] Filter)
{
    public bool IsStart => Place.Length == 0;

    /// <summary>Opaque to callers.</summary>
    public string After(params long[] place) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this with { Place = place }));

    /// <summary>Cuts a page out of one row more than it holds.</summary>
    public Page<T> Page<T>(IReadOnlyList<T> rows, int? total, Func<T, long[]> place) =>
        new(rows.Count > Limit ? [.. rows.Take(Limit)] : rows, rows.Count > Limit ? After(place(rows[Limit - 1])) : null, total);

    /// <summary>Null when it cannot be read, or belongs to another list.</summary>
    public static Position? Read(string cursor, int places, int filters)
    {
        try
        {
            return JsonSerializer.Deserialize<Position>(Base64Url.DecodeFromChars(cursor)) is { Limit: >= 1 and <= Paging.MaxLimit, Place: { } place, Filter: { } filter } position
                && place.Length == places && filter.Length == filters && place.All(number => number is >= 0 and <= 3155378975999999999)
                ? position
                : null;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }
}
