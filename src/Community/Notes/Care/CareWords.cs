namespace Community.Notes.Care;

/// <summary>The rule for the few words that go with an act.</summary>
public static class CareWords
{
    public const int MaxLength = 300;

    internal static string Optional(string? word, string field = "Word") => (word ?? "").Trim() is { Length: <= MaxLength } clean
        ? clean
        : throw new RefusedException(Refusal.Invalid, "This has more than {0} characters. Shorten it.", MaxLength) { Field = field };

    internal static string Demanded(string? word, string field = "Word") => Optional(word, field) is { Length: > 0 } clean
        ? clean
        : throw new RefusedException(Refusal.Invalid, "Say why in a few words; others will read it.") { Field = field };
}
