using System.Globalization;
using System.Text.RegularExpressions;

namespace Community.Transfer.StackExchange;

/// <summary>The site that a dump holds, known by its folder's name: <c>beer.meta</c>, <c>quantumcomputing-2018</c>, <c>stackoverflow.com</c>.</summary>
/// <param name="Name">What its rows are keyed by; without the year, so that a later dump of the same site adds to it.</param>
/// <param name="Host">Where the site is read by the public.</param>
sealed partial record Site(string Name, string Host)
{
    const string TagPath = "/questions/tagged/";

    static readonly string[] WithOwnDomain = ["stackoverflow", "superuser", "serverfault", "askubuntu", "stackapps", "mathoverflow"];

    public string Address => "https://" + Host;

    /// <summary>The name for people: "Beer meta".</summary>
    public string Title => char.ToUpperInvariant(Name[0]) + Name[1..].Replace('.', ' ').Replace('-', ' ');

    public string User(long id) => Under("users", id);

    public string Question(long id) => Under("questions", id);

    public string Answer(long id) => Under("a", id);

    public string Comment(long id, long postId) => string.Create(CultureInfo.InvariantCulture, $"{Address}/questions/{postId}#comment{id}_{postId}");

    /// <summary>An address in a text of the site as it leads there from anywhere; the site's tags lead to the tags here.</summary>
    public string Resolve(string address) => address switch
    {
        _ when address.StartsWith(TagPath, StringComparison.Ordinal) => "/tags/" + address[TagPath.Length..],
        ['/', '/', ..] => "https:" + address,
        ['/', ..] => Address + address,
        _ => address,
    };

    public static Site Of(string folder)
    {
        var name = Unusual().Replace(new DirectoryInfo(folder).Name.ToLowerInvariant(), "-");
        name = Ending().Replace(Year().Replace(name, ""), "").Trim('-', '.');
        if (name.StartsWith("meta.", StringComparison.Ordinal)) name = name["meta.".Length..] + ".meta";
        if (name.Length > 60) name = name[..60];
        if (name.Length == 0) name = "site";

        var main = name.EndsWith(".meta", StringComparison.Ordinal) ? name[..^".meta".Length] : name;
        if (!WithOwnDomain.Contains(main)) return new Site(name, name + ".stackexchange.com");

        var domain = main + (main == "mathoverflow" ? ".net" : ".com");
        return new Site(name, main == name ? domain : "meta." + domain);
    }

    string Under(string part, long id) => string.Create(CultureInfo.InvariantCulture, $"{Address}/{part}/{id}");

    [GeneratedRegex("[^a-z0-9.-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Unusual();

    [GeneratedRegex("-(19|20)[0-9]{2}([.-]?[0-9]{2}){0,2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex(@"(\.stackexchange)?\.(com|net)$", RegexOptions.NonBacktracking)]
    private static partial Regex Ending();
}
