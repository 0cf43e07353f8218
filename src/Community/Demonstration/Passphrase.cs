using System.Security.Cryptography;

namespace Community.Demonstration;

/// <summary>Words that mean nothing but can be read out and typed: ten syllables of a hundred, which is 66 bits.</summary>
static class Passphrase
{
    const int Words = 5;
    const string Consonants = "bdghjklmnprstvwyzfcq";
    const string Vowels = "aeiou";

    public static string New() => string.Join('-', Enumerable.Range(0, Words).Select(_ => Syllable() + Syllable()));

    static string Syllable() => RandomNumberGenerator.GetString(Consonants, 1) + RandomNumberGenerator.GetString(Vowels, 1);
}
