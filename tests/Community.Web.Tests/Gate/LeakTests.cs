using System.Net;

namespace Community.Web.Tests.Gate;

/// <summary>Walks every address as every role, with the ids of everything, and looks for words that the role may not read.</summary>
[Collection(nameof(GateVillage))]
public sealed class LeakTests(GateVillage village, ITestOutputHelper output)
{
    static readonly string[] Ways = ["", "?quote={0}", "?quote={1}", "?to={1}", "?sort=time", "?state=unanswered", "?kind=note", "?q=harbour", "?q=quokk", "?q=%23quokk", "?title=About+harbour+quokka", "?from=0", "?from=1&to=2", "?view=source", "?name=gate", "?for=done", "?space=gate-unit&title=harbour"];

    [Theory]
    [InlineData("administrator")]
    [InlineData("moderator")]
    [InlineData("member")]
    [InlineData("colleague")]
    [InlineData("guest")]
    [InlineData("stranger")]
    [InlineData("visitor")]
    public async Task No_page_shows_a_word_that_is_not_for_the_reader(string role)
    {
        await village.Quiet();
        var forbidden = village.Things.Where(thing => !thing.Readers.Contains(role)).Select(thing => thing.Canary).ToList();
        var leaks = new List<string>();
        var pages = 0;
        foreach (var address in Endpoints.Of(village.Site).Where(address => address.Method == "GET"))
        {
            foreach (var path in await Fillings(address))
            {
                var answer = await village[role].GetAsync(new Uri(path, UriKind.Relative));
                var seen = await Seen(path, answer);
                if ((int)answer.StatusCode is 301 or 302 && answer.Headers.Location is { } there)
                    seen += await Seen(there.ToString(), await village[role].GetAsync(new Uri(there.ToString().Split('#')[0], UriKind.Relative)));
                pages++;
                if (IsOwnText(role, path)) continue;
                leaks.AddRange(forbidden.Where(word => seen.Contains(word, StringComparison.OrdinalIgnoreCase)).Take(1).Select(word => $"{path} ({(int)answer.StatusCode}) shows {word}"));
            }
        }

        output.WriteLine($"{role}: {pages} pages");
        Assert.InRange(pages, 100, 20_000);
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    /// <summary>The answer as a reader sees it, without what the reader typed into the address.</summary>
    static async Task<string> Seen(string path, HttpResponseMessage answer)
    {
        Assert.True((int)answer.StatusCode < 500, $"{path} answers {answer.StatusCode}");
        return WebUtility.UrlDecode(await answer.Text() + answer.Headers.Location).Replace(WebUtility.UrlDecode(path), "", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whoever quoted something keeps the quotation in the own text, where only its editors see it.</summary>
    bool IsOwnText(string role, string path) => role == "colleague" && path == $"/posts/{village.Quoting}/edit";

    [Fact]
    public async Task The_words_are_there_for_those_who_may_read_them()
    {
        foreach (var thing in village.Things)
            foreach (var role in thing.Readers.Where(role => thing.Canary != "quokkaunitdescription"))
            {
                var answer = await village[role].GetAsync(new Uri($"/posts/{thing.PostId}/fragment", UriKind.Relative));
                Assert.Contains(thing.Canary, await answer.Text(), StringComparison.Ordinal);
            }
    }

    async Task<IReadOnlyList<string>> Fillings(Address address)
    {
        var ids = address.Template.StartsWith("/people", StringComparison.Ordinal) || address.Template.StartsWith("/admin", StringComparison.Ordinal)
            ? GateVillage.Roles.Where(role => role != GateVillage.Visitor).Select(village.IdOf)
            : village.FirstPosts;
        var queries = address.Queries.Select(query => query.Name).ToHashSet();
        var ways = Ways.Where(way => way.Length == 0 || queries.Contains(way[1..way.IndexOf('=', StringComparison.Ordinal)])).ToList();
        IEnumerable<string> values = address.Places switch
        {
            [] => [""],
            ["slug", ..] => GateVillage.Spaces,
            ["tag"] => [.. village.Things.Select(thing => thing.Canary + "-tag"), "quokkaunit-synonym"],
            ["kind"] => ["thread", "question", "note"],
            ["secret"] => ["none"],
            ["code"] => ["404", "500", "403"],
            _ => ids.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
        return [.. from value in values
                   from kind in address.Places is ["kind", "id", ..] ? ["threads", "questions", "notes"] : new[] { "" }
                   from way in address.Places.Contains("id") ? ways.Take(5) : ways
                   select address.Fill(place => place switch { "slug" when address.Places[0] != "slug" => null, "kind" when kind.Length > 0 => kind, _ => value }) + string.Format(System.Globalization.CultureInfo.InvariantCulture, way, village.Things.First(thing => thing.Canary == "quokkaremoved").PostId, village.Things[0].PostId)];
    }
}
