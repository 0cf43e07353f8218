namespace Community.Transfer.StackExchange;

/// <summary>Under which licence a row may be shown: its own statement, else the one in force on the site's network when it was written (https://stackoverflow.com/help/licensing).</summary>
static class Licences
{
    static readonly DateTime Third = new(2011, 4, 8, 0, 0, 0, DateTimeKind.Utc);
    static readonly DateTime Fourth = new(2018, 5, 2, 0, 0, 0, DateTimeKind.Utc);

    public static string Of(DumpRow row, DateTime writtenAt) => row["ContentLicense"] switch
    {
        { Length: > 0 and <= 100 } stated => stated,
        _ when writtenAt < Third => "CC BY-SA 2.5",
        _ when writtenAt < Fourth => "CC BY-SA 3.0",
        _ => "CC BY-SA 4.0",
    };
}
