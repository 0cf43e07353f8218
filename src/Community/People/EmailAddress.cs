using System.Buffers;

namespace Community.People;

/// <summary>A mail address as it is stored and compared.</summary>
public static class EmailAddress
{
    const int MaxLength = 254;

    static readonly SearchValues<char> Never = SearchValues.Create("<>()[]\\,;:\" \t\r\n");

    /// <summary>The typed address without spaces around it.</summary>
    /// <exception cref="RefusedException">It is none; the field is Email.</exception>
    public static string Of(string? typed)
    {
        var address = (typed ?? "").Trim();
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var isOne = at > 0 && at == address.LastIndexOf('@') && at < address.Length - 1 && address.Length <= MaxLength
            && address.AsSpan().IndexOfAny(Never) < 0 && !address.Any(char.IsControl) && IsDomain(address[(at + 1)..]);
        return isOne ? address : throw new RefusedException(Refusal.Invalid, "This is not a mail address. It looks like name@library.example.") { Field = "Email" };
    }

    /// <summary>The form in which addresses are looked up: capitals do not matter.</summary>
    public static string Normal(string? typed) => (typed ?? "").Trim().ToUpperInvariant();

    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    static bool IsDomain(string domain) => Uri.CheckHostName(domain) == UriHostNameType.Dns && domain.Split('.').All(label => label.Length > 0);
}
