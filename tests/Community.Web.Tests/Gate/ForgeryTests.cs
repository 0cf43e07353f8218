using System.Net;
using Community.Events;
using Community.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Gate;

/// <summary>Every address that changes something, found from the endpoint list.</summary>
[Collection(nameof(GateVillage))]
public sealed class ForgeryTests(GateVillage village)
{
    /// <summary>Addresses that take more than reading without the token of a form, each with its reason. SECURITY.md names the same ones.</summary>
    static readonly (string Template, string Reason)[] Exceptions =
    [
        ("/status/{code:int}", "The page for what did not work out, shown in place of the answer to any method; asked for by itself it is not there, and it changes nothing."),
        ("/mail/off/{group}/{secret}", "One click in somebody's mail program, which has no session (RFC 8058): the secret in the address ends one group of mails and does nothing else."),
        ("/live", "The live hub: browsers cannot send a form's token with a WebSocket. The origin is compared instead, and calls only say what to watch."),
        ("/live/negotiate", "The same, before the line is open."),
        ("/api/", "Programs: a personal token in a header, which no other site can make a browser send; a session counts for nothing."),
    ];

    [Fact]
    public async Task Every_address_that_takes_more_than_reading_is_walked_or_is_an_exception_with_a_reason()
    {
        var (walked, security) = (Changing().Select(address => address.Template).ToHashSet(), await File.ReadAllTextAsync(Path.Combine(Texts.WebSources.Root, "SECURITY.md"), TestContext.Current.CancellationToken));
        var all = Endpoints.Writing(village.Site).Select(address => address.Template).Distinct().ToList();

        Assert.Equal([], all.Where(template => !walked.Contains(template) && !IsException(template)).ToList());
        foreach (var (template, _) in Exceptions)
        {
            Assert.Contains(all, known => known.StartsWith(template, StringComparison.Ordinal));
            Assert.Contains($"`{template}`", security, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_without_the_token_is_refused_everywhere_and_changes_nothing()
    {
        var before = await Rows.Of(village.Site);
        var addresses = Changing();
        foreach (var role in new[] { "administrator", "member", GateVillage.Visitor })
            foreach (var address in addresses)
            {
                var answer = await village[role].PostBare(Filled(address), address.Queries.Select(query => (query.Name, Plausible(query.Type))));
                Assert.Equal((role, address, HttpStatusCode.BadRequest), (role, address, answer.StatusCode));
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
                foreach (var value in new[] { "x", "99999999999999999999", "1.5", "one", "-", "\0" }.Where(value => wrong.Type != typeof(double) || !double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _)))
                {
                    var answer = await village["administrator"].PostBare(Filled(address), [.. address.Queries.Where(query => query.Name != wrong.Name).Select(query => (query.Name, Plausible(query.Type))), (wrong.Name, value), ("__RequestVerificationToken", token)]);
                    Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{address} with {wrong.Name}={value} gives {answer.StatusCode}");
                }

        Assert.Equal(before, await Rows.Of(village.Site));
    }

    [Theory]
    [InlineData("member")]
    [InlineData("guest")]
    [InlineData(GateVillage.Visitor)]
    public async Task Getting_a_page_changes_nothing(string role)
    {
        var before = await Rows.Of(village.Site);
        foreach (var path in Reading()) await village[role].Page(path);

        Assert.Equal(before, await Rows.Of(village.Site));
    }

    [Fact]
    public async Task Reading_through_the_api_changes_nothing()
    {
        var before = await Rows.Of(village.Site);
        foreach (var address in Endpoints.OfApi(village.Site).Where(address => address.Method == "GET"))
            foreach (var id in new[] { village.Things[0].TopicId, village.Things[0].PostId })
                await village.Program("member").Read(address.Fill(_ => $"{id}") + "?q=harbour&title=harbour&space=gate-unit&after=0");

        Assert.Equal(before, await Rows.Of(village.Site));
    }

    [Fact]
    public async Task An_administrator_who_looks_around_leaves_the_record_of_that_and_nothing_else()
    {
        var (before, last) = (await Rows.Of(village.Site), await village.Site.Store.Read(db => db.Events.MaxAsync(e => e.Id)));
        foreach (var path in Reading()) await village["administrator"].Page(path);

        var events = await village.Site.Store.Read(db => db.Events.Where(e => e.Id > last).Select(e => e.Kind).Distinct().ToListAsync());
        Assert.Equal([EventKind.AuditRead, EventKind.Looked], events.Order(Comparer<EventKind>.Create((a, b) => string.CompareOrdinal($"{a}", $"{b}"))));
        Assert.Equal(before.Where(IsNotTheLog), (await Rows.Of(village.Site)).Where(IsNotTheLog));

        static bool IsNotTheLog(string line) => !line.StartsWith("Events ", StringComparison.Ordinal) && !line.StartsWith("AuditRecords ", StringComparison.Ordinal);
    }

    /// <summary>Every page, bare and with everything in its query that it reads.</summary>
    IEnumerable<string> Reading() => from address in Endpoints.Of(village.Site)
                                     where address.Method == "GET"
                                     from query in new[] { "", "?" + string.Join('&', address.Queries.Select(query => $"{query.Name}={Uri.EscapeDataString(Plausible(query.Type))}")) }
                                     select Filled(address) + query;

    List<Address> Changing() => [.. Endpoints.Of(village.Site).Where(address => address.Method != "GET" && !IsException(address.Template))];

    static bool IsException(string template) => Exceptions.Any(exception => exception.Template == template || exception.Template.EndsWith('/') && template.StartsWith(exception.Template, StringComparison.Ordinal));

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
