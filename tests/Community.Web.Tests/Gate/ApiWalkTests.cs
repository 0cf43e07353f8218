using System.Text.RegularExpressions;
using Community.Web.Tests.Api;

namespace Community.Web.Tests.Gate;

/// <summary>Walks every call of the API as every role: words that are not for the role, answers without a token, values that nobody would send.</summary>
[Collection(nameof(GateVillage))]
public sealed partial class ApiWalkTests(GateVillage village, ITestOutputHelper output)
{
    static readonly string[] Ways =
    [
        "", "?limit=100", "?q=harbour", "?q=quokk", "?q=%23quokk", "?q=harbour&kind=note", "?q=harbour&space=gate-unit", "?q=tag:quokkaunit-tag", "?title=About+harbour+quokka", "?title=x&body=harbour",
        "?space=gate-unit", "?kind=note&limit=100", "?tag=quokkaunit-tag", "?tag=quokkaunit-synonym", "?sort=new&limit=100", "?sort=unanswered", "?after=0&limit=100",
    ];

    static readonly string[] Nasty = ["99999999999999999999", "-1", "0", "x", "", "%00", "%ED%A0%80", "'%22%3E%3Cscript%3E", "..%2F..%2Fetc", "eyJMaW1pdCI6MX0", "*a*", "((((((((((((", "%22unclosed", "title:%5B*%20TO%20*%5D", "%0d%0aX-Evil:1"];

    [Theory]
    [InlineData("administrator")]
    [InlineData("moderator")]
    [InlineData("member")]
    [InlineData("colleague")]
    [InlineData("guest")]
    [InlineData("stranger")]
    public async Task No_call_shows_a_word_that_is_not_for_the_caller(string role)
    {
        await village.Quiet();
        var forbidden = village.Things.Where(thing => !thing.Readers.Contains(role)).Select(thing => thing.Canary).ToList();
        var ids = village.FirstPosts;
        var (leaks, calls) = (new List<string>(), 0);
        foreach (var address in Endpoints.OfApi(village.Site).Where(address => address.Method == "GET"))
        {
            var paths = address.Places.Count == 0 ? Ways.Select(way => address.Template + way) : ids.Select(id => Filled(address, id));
            foreach (var path in paths)
            {
                var answer = await village.Program(role).Read(path);
                Assert.True(answer.Status is 200 or 404 or 422, $"{path} answers {answer.Status}");
                calls++;
                // Whoever quoted something keeps the quotation in the own text, as typed.
                if (role == "colleague" && answer.Text.Contains($"[!quote post={village.Things.First(thing => thing.Canary == "quokkaremoved").PostId}", StringComparison.Ordinal)) continue;
                leaks.AddRange(forbidden.Where(word => answer.Text.Contains(word, StringComparison.OrdinalIgnoreCase)).Take(1).Select(word => $"{path} shows {word}"));
            }
        }

        output.WriteLine($"{role}: {calls} calls");
        Assert.True(calls > 100);
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    [Fact]
    public async Task The_words_are_there_for_those_who_may_read_them()
    {
        foreach (var thing in village.Things.Where(thing => thing.Canary is not ("quokkaunitdescription" or "quokkawithdrawn" or "quokkaremoved")))
            foreach (var role in thing.Readers.Where(role => role != GateVillage.Visitor))
                Assert.Contains(thing.Canary, (await village.Program(role).Read(thing.Canary.EndsWith("report", StringComparison.Ordinal) ? $"posts/{thing.PostId}/reports" : $"topics/{thing.TopicId}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_no_call_does_anything_not_even_with_a_session()
    {
        await village.Quiet();
        var before = await Rows.Of(village.Site);
        var addresses = Endpoints.OfApi(village.Site);
        Assert.True(addresses.Count >= 16);
        foreach (var program in new[] { village.Program(GateVillage.Visitor), village["administrator"] })
            foreach (var address in addresses)
                (await program.Call(address.Method, Filled(address, village.Things[0].PostId), address.Method == "GET" ? null : new { body = "Forged.", role = "reply", value = 1, outcome = "worked", reason = "Forged.", accept = true, into = 0 })).Problem(401);

        Assert.Equal(before, await Rows.Of(village.Site));
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("colleague")]
    public async Task Who_may_not_see_it_gets_404_for_every_act_and_changes_nothing(string role)
    {
        await village.Quiet();
        var thing = village.Things[0];
        var before = await Rows.Of(village.Site);
        foreach (var address in Endpoints.OfApi(village.Site).Where(address => address.Places.Count > 0))
        {
            object? body = address.Method is "GET" or "DELETE" ? null : new { body = "Intruding.", role = "reply", value = 1, postId = thing.PostId, outcome = "worked", reason = "Intruding.", accept = true, into = 0 };
            // A number counts per kind: the topic's is as well that of a report or path which another test of the village made for this very person.
            long? id = Of(address, "/posts/") ? thing.PostId : Of(address, "/topics/", "/questions/", "/notes/") ? thing.TopicId : null;
            if (id is { } known) (await village.Program(role).Call(address.Method, Filled(address, known), body)).Problem(404);
            (await village.Program(role).Call(address.Method, Filled(address, 987654321), body)).Problem(404);
        }

        Assert.Equal(before, await Rows.Of(village.Site));
    }

    [Fact]
    public async Task No_value_makes_an_error_of_ours()
    {
        var errors = new List<string>();
        foreach (var address in Endpoints.OfApi(village.Site).Where(address => address.Method == "GET"))
            foreach (var name in new[] { "q", "kind", "space", "tag", "sort", "page", "cursor", "limit", "after", "title", "body" })
                foreach (var value in Nasty)
                {
                    var answer = await village.Program("administrator").Read($"{Filled(address, village.Things[0].PostId)}?{name}={value}");
                    if (answer.Status >= 500 || answer.Message.Headers.Contains("X-Evil")) errors.Add($"{answer.Status} {address} {name}={value}");
                    if (answer.Status >= 400 && answer.Message.Content.Headers.ContentType?.MediaType != "application/problem+json") errors.Add($"no problem: {address} {name}={value}");
                }

        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    [Fact]
    public async Task Html_holds_only_what_is_promised()
    {
        var tags = "a abbr b blockquote br code dd del details div dl dt em figure figcaption h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul".Split(' ');
        var text = $"# H\n\n- [x] done\n- [ ] not\n\n| a | b |\n|:-|-:|\n| 1 | 2 |\n\n```sql\nselect 1\n```\n\nA[^1] ~~b~~ ==c== H~2~O x^2^ $a_b$ <kbd>k</kbd>\n\n$$\nx\n$$\n\n[^1]: n\n\n{village.Site.Address}questions/1/x [in]({village.Site.Address}notes/2) ![p](https://elsewhere.example/p.png) @Ruth #word\n\n> [!quote post={village.Things[^1].PostId} rev=1]\n> q\n\nTerm\n: Meaning";
        var topic = await village.Program("author").Call("POST", "topics", new { space = GateVillage.Spaces[3], kind = "thread", title = "All marks", body = text });

        var html = topic["posts"][0].GetProperty("html").GetString()!;
        Assert.All(Element().Matches(html).Select(match => match.Groups[1].Value), name => Assert.Contains(name, tags));
        Assert.DoesNotContain("href=\"" + village.Site.Address, html, StringComparison.Ordinal);
        Assert.Contains("href=\"/notes/2\"", html, StringComparison.Ordinal);
    }

    static bool Of(Address address, params string[] kinds) => kinds.Any(kind => address.Template.Contains(kind + "{", StringComparison.Ordinal));

    static string Filled(Address address, long id) => address.Fill(_ => $"{id}");

    [GeneratedRegex("<([a-z0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Element();
}
