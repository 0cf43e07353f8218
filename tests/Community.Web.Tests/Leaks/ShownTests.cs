using System.Globalization;
using System.Net;
using Community.Web.Tests.Api;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Leaks;

/// <summary>What is shown unasked, or for a word that stands in everything: nothing of what is out of sight is named in it or counted.</summary>
[Collection(nameof(LeakVillage))]
public sealed class ShownTests(LeakVillage village)
{
    /// <summary>{probe} is a topic that all may read, much like those that not all may read.</summary>
    public static TheoryData<string> Addresses =>
    [
        "/search?q=marlin", "/search?q=marlin&page=2", "/search?q=marlin&sort=new", "/search?q=kind:thread", "/search?q=kind:thread&page=2", "/search?q=splicing+rope+of+a+marlin", "/search?q=ilse", "/search?q=by:ilse",
        "/search/instant?q=mar", "/search/instant?q=splic", "/search/instant?q=abou", "/search/instant?q=means", "/search/instant?q=ta", "/search/similar?title=Splicing+marlin+rope", "/topics/{probe}/related", "/topics/{probe}/related/fragment",
        "/search?q=marlin&topic={probe}", "/experts?q=marlin", "/experts?q=marlin&page=2", "/experts?q=splicing+rope", "/experts/few?q=marlin", "/glossary", "/threads/{probe}", "/posts/{opening}/fragment", "/tags", "/tags/names?q=", "/searches", "/notifications", "/unread", "/threads", "/", "/feed.atom", "/feed.json", "/search/feed.json?q=marlin", "/search/feed.atom?q=splicing",
        "/api/v1/search?q=marlin", "/api/v1/search?q=marlin&page=2", "/api/v1/similar?title=Splicing+marlin+rope", "/api/v1/experts?q=marlin&limit=100", "/api/v1/glossary?limit=100", "/api/v1/topics?limit=100",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_word_that_is_out_of_sight_stands_in_what_is_shown(string address)
    {
        var (leaks, seen) = (new List<string>(), 0);
        var path = address.Replace("{probe}", village.Probe.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{opening}", (await village.Gate.Opening(village.Probe)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        foreach (var role in LeakVillage.Roles.Where(role => role != GateVillage.Visitor || !path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            var answer = await (path.StartsWith("/api/", StringComparison.Ordinal) ? village.Gate.Program(role) : village.Gate[role]).GetAsync(new Uri(path, UriKind.Relative));
            var text = WebUtility.UrlDecode(await answer.Text());
            leaks.AddRange(village.HiddenFrom(role).Where(secret => text.Contains(secret.Word, StringComparison.OrdinalIgnoreCase)).Select(secret => $"{role}: {secret}"));
            if (!IsOfPeople(path)) leaks.AddRange(village.Secrets.Where(secret => !secret.IsIn(role) && text.Contains(secret.Author, StringComparison.OrdinalIgnoreCase)).Select(secret => $"{role}: who wrote in {secret.Space}").Distinct());
            seen += village.Secrets.Count(secret => secret.IsFor(role) && text.Contains(secret.Word, StringComparison.OrdinalIgnoreCase));
        }

        Assert.True(leaks.Count == 0, $"{address} shows\n" + string.Join('\n', leaks));
        // What shows nothing to anybody would prove nothing.
        Assert.True(seen > 0 || ShowsNoSuchWord(address), $"{address} shows nothing to anybody");
    }

    /// <summary>Columns: administrator moderator steward member colleague guest stranger. In each space three topics have the word in sight: the topic, the reply, and the one that is searched for elsewhere; and the probe.</summary>
    [Theory]
    [InlineData("marlin+space:gate-unit+space:gate-institution+space:gate-partners+space:gate-public", "13 10 13 13 10 10 4")]
    [InlineData("marlin+space:gate-unit", "3 0 3 3 0 3 0")]
    [InlineData("marlin+space:gate-institution", "3 3 3 3 3 0 0")]
    [InlineData("marlin+space:gate-partners", "3 3 3 3 3 3 0")]
    [InlineData("marlin+space:gate-public", "4 4 4 4 4 4 4")]
    [InlineData("kind:note+marlin", "0 0 0 0 0 0 0")]
    public async Task What_is_counted_is_what_may_be_read(string query, string expected)
    {
        var totals = new List<int>();
        foreach (var role in LeakVillage.Roles.Where(role => role != GateVillage.Visitor))
        {
            var found = await village.Gate.Program(role).Read("search?q=" + query);
            var total = found["total"].GetInt32();
            totals.Add(total);
            foreach (var facet in new[] { "kind", "space", "author", "state", "year" })
                Assert.Equal((role, facet, total), (role, facet, found["facets"].GetProperty(facet).EnumerateArray().Sum(value => value.GetProperty("count").GetInt32())));
            Assert.True(found["facets"].GetProperty("tag").EnumerateArray().Sum(value => value.GetProperty("count").GetInt32()) <= total);
            Assert.Contains(total == 0 ? "Nothing about" : $"<h2 id=\"found\">{total} topics</h2>", await village.Gate[role].Page("/search?q=" + query), StringComparison.Ordinal);
        }

        Assert.Equal(expected, string.Join(' ', totals));
    }

    /// <summary>There people are found by their names, whatever they wrote.</summary>
    static bool IsOfPeople(string path) => path is "/search?q=ilse" or "/search/instant?q=ta";

    static bool ShowsNoSuchWord(string address) => address is "/search?q=ilse" or "/search/instant?q=ta" or "/search/instant?q=means" or "/search?q=marlin&topic={probe}" or "/experts?q=marlin&page=2" or "/api/v1/search?q=marlin&page=2" or "/search?q=marlin&page=2"
        or "/search?q=kind:thread&page=2" or "/experts/few?q=marlin" or "/searches" or "/unread" or "/threads/{probe}" or "/tags/names?q=" or "/";
}
