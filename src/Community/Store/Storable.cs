namespace Community.Store;

/// <summary>Text that both stores keep, and keep the same: U+0000 and halves of characters, which PostgreSQL refuses, become U+FFFD.</summary>
static class Storable
{
    const char Replacement = '\uFFFD';

    public static string Of(string text) => IsStorable(text) ? text : string.Create(text.Length, text, (clean, original) =>
    {
        original.CopyTo(clean);
        for (var i = 0; i < clean.Length; i++)
        {
            if (IsPair(clean, i)) i++;
            else if (IsUnstorable(clean[i])) clean[i] = Replacement;
        }
    });

    public static bool IsStorable(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i)) i++;
            else if (IsUnstorable(text[i])) return false;
        }

        return true;
    }

    static bool IsPair(ReadOnlySpan<char> text, int i) => i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);

    static bool IsUnstorable(char c) => c == '\0' || char.IsSurrogate(c);
}
