using System.Security.Cryptography;
using System.Text;

namespace Community.Web.Tests.Leaks;

/// <summary>Words that nobody types: the same for the same seed, none the beginning of another, none spelt nearly like another.</summary>
static class Words
{
    /// <summary>So many letters are typed of a word before its completion is looked for; no two words here begin alike.</summary>
    public const int Start = 6;

    const string Consonants = "bdfgklmnprtvz", Vowels = "aeiou";
    const int Letters = 9;

    public static string Of(string seed) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).Take(Letters).Select((b, at) => at % 2 == 0 ? Consonants[b % Consonants.Length] : Vowels[b % Vowels.Length])) + "k";

    /// <summary>Two letters of it changed places.</summary>
    public static string Misspelt(string word) => word[..5] + word[6] + word[5] + word[7..];
}
