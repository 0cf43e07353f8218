using Community.Web.Running;

namespace Community.Web.Frame;

/// <summary>How often something may be done.</summary>
/// <param name="Name">The setting <c>Community:Limits:NAME</c> sets another number for it.</param>
/// <param name="Meaning">What is counted, as a sentence for whoever sets it.</param>
public sealed record Limit(string Name, int Times, TimeSpan Within, string Meaning)
{
    public string Setting => "Community:Limits:" + Name;
}

/// <summary>Every limit of the site, and what is counted in which. "By address" is by IPv4 address or IPv6 network of 64 bits.</summary>
public static class Limits
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static readonly Limit Writes = new("Writes", 120, Minute, "Whatever a person changes, on pages and through the API.");

    public static readonly Limit SmallActs = new("SmallActs", 1_200, Minute, "What pages send by themselves while somebody reads and types, by person.");

    public static readonly Limit Uploads = new("Uploads", 60, Minute, "Files and pictures, by person.");

    public static readonly Limit Searches = new("Searches", 300, Minute, "Searching and completing, by person.");

    public static readonly Limit VisitorSearches = new("VisitorSearches", 60, Minute, "The same by address, without an account.");

    public static readonly Limit Typing = new("Typing", 1_200, Minute, "What a search field asks while somebody types in it, by person, and by address without an account.");

    public static readonly Limit VisitorForms = new("VisitorForms", 300, Minute, "Forms sent without an account, all together, by address: signing in, signing up, one-time links.");

    public static readonly Limit SignInTries = new("SignInTries", 5, Hour, "Wrong passwords for one account from one address before the first pause.");

    public static readonly Limit SignInForAccount = new("SignInForAccount", 20, Hour, "Wrong passwords for one account from anywhere before each further address has one try only.");

    public static readonly Limit SignInFromAddress = new("SignInFromAddress", 100, Hour, "Wrong passwords for any account, by address.");

    public static readonly Limit Asking = new("Asking", 30, Hour, "Asking for an account or a new password, by address.");

    public static readonly Limit MailsTo = new("MailsTo", 3, Hour, "Mails to one mail address that anybody can ask for.");

    public static IReadOnlyList<Limit> All { get; } = [Writes, SmallActs, Uploads, Searches, VisitorSearches, Typing, VisitorForms, SignInTries, SignInForAccount, SignInFromAddress, Asking, MailsTo];

    static readonly string[] SmallPaths = ["preview", "drafts", "live", "topics/{id:long}/read", "search/opened"];

    static readonly string[] UploadPaths = ["attachments", "api/v1/attachments"];

    static readonly string[] TypingPaths = ["search/instant"];

    static readonly string[] SearchPaths = ["search", "experts", "bench", "due", "paths/buddies", "topics/{id:long}/related", "topics/{id:long}/duplicates", "questions/{id:long}/candidates", "people/names", "tags/names", "notes/names", "api/v1/search", "api/v1/experts", "api/v1/similar"];

    /// <summary>The limit that counts a request; null for what may be done without end.</summary>
    /// <param name="route">The endpoint's template.</param>
    public static Limit? Of(string method, string route, bool isSignedIn)
    {
        if (HttpMethods.IsGet(method) && Has(TypingPaths, route)) return Typing;
        if (HttpMethods.IsGet(method)) return !Has(SearchPaths, route) ? null : isSignedIn ? Searches : VisitorSearches;
        if (!isSignedIn) return VisitorForms;

        return Has(SmallPaths, route) ? SmallActs : Has(UploadPaths, route) ? Uploads : Writes;
    }

    /// <summary>What is set, else the default.</summary>
    public static int TimesOf(this IConfiguration settings, Limit limit) => settings.Number(limit.Setting);

    static bool Has(string[] paths, string route) => paths.Any(path => route.TrimStart('/') is var plain && plain.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (plain.Length == path.Length || plain[path.Length] == '/'));
}
