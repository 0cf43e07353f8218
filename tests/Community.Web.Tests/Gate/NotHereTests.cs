using System.Net;
using System.Text.RegularExpressions;

namespace Community.Web.Tests.Gate;

/// <summary>What is not for the reader looks like what does not exist.</summary>
[Collection(nameof(GateVillage))]
public sealed partial class NotHereTests(GateVillage village)
{
    [Fact]
    public async Task Without_a_session_every_private_address_gives_one_same_page_whether_it_exists_or_not()
    {
        var (thing, person) = (village.Things[0], await village.Site.Person("Writes nothing in public"));
        var known = new Dictionary<string, string> { ["id"] = $"{thing.TopicId}", ["slug"] = GateVillage.Spaces[0], ["tag"] = thing.Canary + "-tag", ["kind"] = "threads", ["personId"] = "1" };
        var unknown = new Dictionary<string, string> { ["id"] = "987654321", ["slug"] = "no-such", ["tag"] = "no-such", ["kind"] = "threads", ["personId"] = "987654321" };
        var pages = new Dictionary<string, List<string>>();
        // A file of that number may stand in a public post, made by another test of the village; ReadingTests walks who may read which.
        foreach (var address in Endpoints.Of(village.Site).Where(address => address.Method == "GET" && address.Places.Count > 0 && !address.Template.StartsWith("/attachments", StringComparison.Ordinal) && !address.Places.Contains("code") && !address.Places.Contains("secret")))
        {
            foreach (var values in new[] { known, unknown })
            {
                // A space's and a person's own slug is at its first place; a topic's is decoration.
                var path = address.Fill(place => place == "kind" && address.Template.StartsWith("/new", StringComparison.Ordinal) ? "thread" : place == "slug" && address.Places[0] != "slug" ? "a-b-c" : place == "id" && values == known && address.Template.Contains("people", StringComparison.Ordinal) ? $"{person}" : values.GetValueOrDefault(place, "1"));
                var answer = await village[GateVillage.Visitor].GetAsync(new Uri(path, UriKind.Relative));
                var page = Token().Replace(await answer.Content.ReadAsStringAsync(), "TOKEN").Replace(WebUtility.HtmlEncode(path), "ADDRESS", StringComparison.Ordinal);
                var key = $"{(int)answer.StatusCode} {answer.Headers.CacheControl} {answer.Content.Headers.ContentType} {string.Join(",", answer.Headers.Select(header => header.Key).Where(name => name is not ("Set-Cookie" or "Date")).Order())}\n{page}";
                if (!pages.TryGetValue(key, out var same)) pages[key] = same = [];
                same.Add(path);
            }
        }

        Assert.True(pages.Count == 1, string.Join("\n---\n", pages.Select(page => string.Join(' ', page.Value) + "\n" + page.Key[..Math.Min(300, page.Key.Length)])));
        Assert.StartsWith("404", pages.Keys.Single(), StringComparison.Ordinal);
        Assert.True(pages.Values.Single().Count >= 20);
    }

    [Theory]
    [InlineData("/status/404")]
    [InlineData("/status/500")]
    [InlineData("/status/200")]
    [InlineData("/no/such/page")]
    [InlineData("/posts/1/nothing")]
    [InlineData("/.git/config")]
    [InlineData("/appsettings.json")]
    [InlineData("/community.db")]
    public async Task What_is_no_page_is_not_found(string path)
    {
        foreach (var role in new[] { GateVillage.Visitor, "member", "administrator" })
            Assert.Equal((role, HttpStatusCode.NotFound), (role, await village[role].Status(path)));
    }

    [GeneratedRegex("(?<=name=\"__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+", RegexOptions.None, 1_000)]
    private static partial Regex Token();
}
