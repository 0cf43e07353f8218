using System.Security.Cryptography;
using System.Text;

namespace Community.People;

/// <summary>Makes a request that is sent twice (a double click, a retry after a lost answer) one request.</summary>
/// <param name="Key">Chosen by whoever asks, 1 to 200 characters.</param>
/// <param name="RequestHash">SHA-256 of what is asked for: the same key may not ask for something else.</param>
public sealed record Once(string Key, string RequestHash)
{
    /// <summary>Of a program's request.</summary>
    /// <exception cref="RefusedException">The key is empty or too long.</exception>
    public static Once Of(string key, params IEnumerable<string?> request)
    {
        if (key.Length is 0 or > IdempotencyKey.MaxLength) throw new RefusedException(Refusal.Invalid, "An idempotency key has 1 to {0} characters.", IdempotencyKey.MaxLength) { Field = nameof(IdempotencyKey) };

        return new Once(key, Hash(request));
    }

    /// <summary>Of a form, whose hidden key stays when somebody goes back and writes something else: the text belongs to the key, so that only the same text is a double.</summary>
    /// <returns>Null when the form brought no usable key.</returns>
    public static Once? OfForm(string? key, params IEnumerable<string?> fields)
    {
        if (key is not { Length: > 0 and <= 64 }) return null;

        var hash = Hash(fields);
        return new Once($"{key} {hash}", hash);
    }

    static string Hash(IEnumerable<string?> parts)
    {
        // The length before each part keeps "a","bc" apart from "ab","c".
        var text = string.Concat(parts.Select(part => part is null ? "-" : $"{part.Length}:{part}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
