using System.Net;

namespace Community.Web.Tests.Gate;

/// <summary>Every address that changes something, found from the endpoint list.</summary>
[Collection(nameof(GateVillage))]
public sealed class ForgeryTests(GateVillage village)
{
    /// <summary>Addresses that take any method and change nothing, each with its reason.</summary>
    static readonly (string Template, string Reason)[] Exceptions = [("/status/{code:int}", "The page for what did not work out, shown in place of the answer to any method.")];

    [Fact]
    public async Task A_form_without_the_token_is_refused_everywhere_and_changes_nothing()
    {
        var before = await Rows.Of(village.Site);
        var addresses = Changing();
        foreach (var role in new[] { "administrator", "member", GateVillage.Visitor })
            foreach (var address in addresses)
            {
                var answer = await village[role].PostBare(Filled(address), address.Queries.Select(query => (query.Name, Plausible(query.Type))));
                // Programs send no cookie and no token of a form: there a cookie is worth nothing.
                var refused = address.Template.StartsWith("/api/", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest;
                Assert.Equal((role, address, refused), (role, address, answer.StatusCode));
            }

        Assert.True(addresses.Count >= 30);
        Assert.Equal(before, await Rows.Of(village.Site));
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_refused()
    {
        using var other = await village.Site.SignedIn("Olga Other");
        var topic = village.Things[0].TopicId;

        var answer = await village["member"].PostBare($"/topics/{topic}/posts", [("Part", "Reply"), ("Body", "Forged."), ("__RequestVerificationToken", await other.Token())]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_refused_everywhere_and_changes_nothing()
    {
        var token = await village["administrator"].Token();
        var before = await Rows.Of(village.Site);
        foreach (var address in Changing())
            foreach (var wrong in address.Queries.Where(query => query.Type != typeof(string)))
                foreach (var value in new[] { "x", "99999999999999999999", "1.5", "one", "-", "\0" })
                {
                    var answer = await village["administrator"].PostBare(Filled(address), [.. address.Queries.Where(query => query.Name != wrong.Name).Select(query => (query.Name, Plausible(query.Type))), (wrong.Name, value), ("__RequestVerificationToken", token)]);
                    Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{address} with {wrong.Name}={value} gives {answer.StatusCode}");
                }

        Assert.Equal(before, await Rows.Of(village.Site));
    }

    [Fact]
    public async Task Getting_a_page_changes_nothing()
    {
        await village["colleague"].Page("/");
        var before = await Rows.Of(village.Site);
        foreach (var address in Endpoints.Of(village.Site).Where(address => address.Method == "GET"))
            foreach (var role in new[] { "member", GateVillage.Visitor })
                await village[role].Page(Filled(address));

        Assert.Equal(before, await Rows.Of(village.Site));
    }

    List<Address> Changing() => [.. Endpoints.Of(village.Site).Where(address => address.Method != "GET" && !Exceptions.Any(e => e.Template == address.Template))];

    string Filled(Address address) => address.Fill(place => place switch
    {
        "id" when address.Template.StartsWith("/topics", StringComparison.Ordinal) => $"{village.Things[0].TopicId}",
        "id" when address.Template.Contains("sessions", StringComparison.Ordinal) => Guid.NewGuid().ToString(),
        "id" or "personId" => $"{village.Things[0].PostId}",
        "slug" => GateVillage.Spaces[0],
        "tag" => village.Things[0].Canary + "-tag",
        "kind" => "thread",
        _ => "1",
    });

    static string Plausible(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && plain == typeof(bool) ? "true" : plain.IsEnum ? Enum.GetNames(plain)[0] : plain == typeof(string) ? "a sentence" : "1";
}
