using System.Security.Cryptography;
using System.Text;
using Community.Store;

namespace Community.People;

/// <summary>Shows that whoever opens the setup page can read the data folder or the log.</summary>
public sealed class SetupToken(DataFolder data)
{
    const string Alphabet = "abcdefghjkmnpqrstvwxyz23456789";
    const int Groups = 4;
    const int GroupLength = 4;

    /// <summary>The token in the folder, or a new one in a file that only its owner reads.</summary>
    public string Make()
    {
        if (Kept() is { } kept) return kept;

        var token = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(data.SetupToken, options);
        file.Write(Encoding.ASCII.GetBytes(token + "\n"));
        return token;
    }

    /// <summary>Dashes, spaces and capitals do not matter.</summary>
    public bool Matches(string? typed) =>
        Kept() is { } kept && CryptographicOperations.FixedTimeEquals(Bare(kept), Bare(typed ?? ""));

    public void End() => File.Delete(data.SetupToken);

    string? Kept() => File.Exists(data.SetupToken) && File.ReadAllText(data.SetupToken).Trim() is { Length: > 0 } token ? token : null;

    static byte[] Bare(string token) => Encoding.UTF8.GetBytes(string.Concat(token.Where(char.IsLetterOrDigit)).ToLowerInvariant());
}
