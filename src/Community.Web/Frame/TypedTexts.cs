namespace Community.Web.Frame;

/// <summary>Longer texts that came with a request, so that none is lost whatever the answer is.</summary>
public static class TypedTexts
{
    const int FewestCharacters = 20;

    /// <summary>Hidden fields of our own forms.</summary>
    static readonly string[] Hidden = ["Key", "DraftVersion", "Place", "By", "Kept", "return"];

    /// <summary>No password is among them; empty where the form cannot be read.</summary>
    public static async Task<IReadOnlyList<string>> In(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return [];

        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return [.. form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal) && !field.Key.Contains("assword", StringComparison.Ordinal) && !Hidden.Contains(field.Key))
                .SelectMany(field => field.Value).Where(value => value is { Length: > FewestCharacters }).Select(value => value!)];
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            // Too many fields, too large, or cut off.
            return [];
        }
    }
}
