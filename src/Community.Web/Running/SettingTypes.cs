using System.Globalization;
using System.Net;
using MimeKit;
using Npgsql;

namespace Community.Web.Running;

/// <summary>The kinds of values that settings have, and how each is checked and shown.</summary>
public static class SettingTypes
{
    const string Hidden = "***";

    public static Setting Plain(string key, string meaning) => new(key, "text", null, meaning, _ => null);

    /// <summary>A whole number between two.</summary>
    public static Setting Number(string key, long usual, long least, long most, string meaning) =>
        new(key, "number", usual.ToString(CultureInfo.InvariantCulture), meaning, value =>
            long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? null
            : $"is a whole number from {least} to {most}");

    /// <summary>One of some words, in either case; the first is the default.</summary>
    public static Setting Choice(string key, string[] words, string meaning) =>
        new(key, string.Join('|', words), words[0], meaning, value => words.Contains(value, StringComparer.OrdinalIgnoreCase) ? null : $"is one of {string.Join(", ", words)}");

    public static Setting Address(string key, string meaning) =>
        new(key, "address", null, meaning, value => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0 ? null : "is an address such as https://push.library.example/");

    /// <summary>Something that is never shown.</summary>
    public static Setting Secret(string key, int leastLength, string meaning) =>
        new(key, "secret", null, meaning, value => value.Length >= leastLength ? null : $"has at least {leastLength} characters") { Shown = _ => Hidden };

    public static Setting Mailbox(string key, string meaning) =>
        new(key, "mail address", null, meaning, value => MailboxAddress.TryParse(value, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal) ? null
            : "is a mail address, as community@library.example or Community <community@library.example>");

    /// <summary>A connection string of PostgreSQL; its password is not shown.</summary>
    public static Setting Connection(string key, string meaning) =>
        new(key, "connection string", null, meaning, value => Parsed(value) is { Host.Length: > 0 } ? null : "is a connection string with a Host, as Host=db.example;Database=community;Username=community;Password=…")
        {
            Shown = value =>
            {
                if (Parsed(value) is not { } parsed) return Hidden;
                foreach (var secret in new[] { nameof(parsed.Password), nameof(parsed.Passfile), "SSL Password" })
                    if (parsed.ContainsKey(secret) && parsed[secret] is not (null or "")) parsed[secret] = Hidden;
                return parsed.ConnectionString;
            },
        };

    /// <summary>Addresses and networks, with commas between them or as a list.</summary>
    public static Setting Networks(string key, string meaning) =>
        new(key, "addresses", null, meaning, value => NetworksIn(value).All(network => network is not null) ? null : "holds addresses such as 127.0.0.1 or networks such as 10.1.0.0/16") { IsList = true };

    /// <summary>Null stands for what cannot be read.</summary>
    public static IEnumerable<IPNetwork?> NetworksIn(string value) => value.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(text =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network : (IPNetwork?)null);

    static NpgsqlConnectionStringBuilder? Parsed(string value)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(value);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return null;
        }
    }
}
