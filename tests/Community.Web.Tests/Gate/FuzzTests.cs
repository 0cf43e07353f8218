using System.Net;

namespace Community.Web.Tests.Gate;

/// <summary>Nothing that can be typed into an address or a form makes an error of ours.</summary>
[Collection(nameof(GateVillage))]
public sealed class FuzzTests(GateVillage village)
{
    static readonly string[] Nasty =
    [
        "99999999999999999999", "-1", "0", "x", "", "%00", "%ED%A0%80", "%F0%9F%98%80%CC%81", "2026-13-45", "'%22%3E%3Cscript%3E", "..%2F..%2Fetc%2Fpasswd", "9223372036854775807.9223372036854775807", "3155378975999999999.1", "3155378976000000000.1", "-5.-5", ".", "1.2.3",
        "*a*", "((((((((((((((((((((", "a%20AND%20OR%20NOT", "%22unclosed", "title:%5B*%20TO%20*%5D", "constructor", "%25", "%0d%0aX-Evil:1",
    ];

    [Theory]
    [InlineData("administrator")]
    [InlineData(GateVillage.Visitor)]
    public async Task No_query_makes_an_error_of_ours(string role)
    {
        var paths = from address in Endpoints.Of(village.Site)
                    where address.Method == "GET"
                    let path = address.Fill(place => place switch { "kind" => address.Template.StartsWith("/new", StringComparison.Ordinal) ? "note" : "threads", "slug" => "gate-public", "tag" => "quokkapublic-tag", "id" => $"{village.Things.First(thing => thing.Canary == "quokkapublic").PostId}", _ => "1" })
                    from query in address.Queries.Select(query => query.Name).DefaultIfEmpty("after")
                    from value in Nasty.Append(new string('a', 2_000))
                    select $"{path}?{query}={value}";

        await NoErrors(role, paths);
    }

    [Fact]
    public async Task No_place_in_an_address_makes_an_error_of_ours()
    {
        var paths = from address in Endpoints.Of(village.Site)
                    where address.Method == "GET"
                    from place in address.Places
                    from value in Nasty.Where(value => value.Length > 0 && value != ".").Append(new string('a', 2_000))
                    select address.Fill(name => name == place ? value : name switch { "kind" => address.Template.StartsWith("/new", StringComparison.Ordinal) ? "note" : "threads", "slug" => "gate-public", _ => "1" });

        await NoErrors("administrator", paths);
    }

    [Fact]
    public async Task A_form_of_six_megabytes_is_refused_with_a_sentence()
    {
        var answer = await village["member"].PostBare("/new/thread", [("Title", "Large"), ("Body", new string('x', 6_000_000)), ("__RequestVerificationToken", await village["member"].Token())]);

        Assert.True(answer.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        var page = await answer.Text();
        Assert.True(page.Contains("Too large", StringComparison.Ordinal) || page.Contains("This could not be read", StringComparison.Ordinal), page);
    }

    [Fact]
    public async Task A_form_of_many_fields_is_refused_and_makes_no_error_of_ours()
    {
        foreach (var fields in new[] { Enumerable.Range(0, 5_000).Select(i => ($"f{i}", "x")), [(new string('k', 5_000), "x")], Enumerable.Range(0, 3_000).Select(i => ($"Form.Tags[{i}]", "x")) })
        {
            var answer = await village["member"].PostBare("/new/thread", fields);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_text_over_the_limit_comes_back_with_its_sentence()
    {
        var body = string.Concat(Enumerable.Repeat("ü", 65_537));

        var answer = await village["member"].PostBare("/new/thread", [("Space", "gate-public"), ("Title", "Long"), ("Body", body), ("__RequestVerificationToken", await village["member"].Token())]);

        var page = await answer.Text();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The text has 65537 characters; at most 65536 fit.", page, StringComparison.Ordinal);
        Assert.Contains(body, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-such")]
    [InlineData("gate-unit")]
    public async Task A_text_for_a_space_that_is_not_there_is_kept(string space)
    {
        var answer = await village["colleague"].PostBare("/new/thread", [("Space", space), ("Title", "Typed with care"), ("Body", "Written for an hour."), ("__RequestVerificationToken", await village["colleague"].Token())]);

        var page = await answer.Text();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("There is no such space, or it is not for you.", page, StringComparison.Ordinal);
        Assert.Contains("Written for an hour.", page, StringComparison.Ordinal);
    }

    async Task NoErrors(string role, IEnumerable<string> paths)
    {
        var errors = new List<string>();
        foreach (var path in paths.Distinct())
        {
            var answer = await village[role].GetAsync(new Uri(path, UriKind.Relative));
            if ((int)answer.StatusCode >= 500 || answer.Headers.Contains("X-Evil")) errors.Add($"{(int)answer.StatusCode} {path[..Math.Min(path.Length, 120)]}");
        }

        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }
}
