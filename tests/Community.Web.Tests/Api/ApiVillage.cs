using Community.Governance;
using Community.Spaces;

namespace Community.Web.Tests.Api;

/// <summary>A site with programs of four people: Mia is in the closed space, Otto is staff and is not, Gus is a guest in the partners' space only; nobody has no token.</summary>
public sealed class ApiVillage : IAsyncLifetime
{
    public const string Closed = "closed", Partners = "partners", Open = "open";

    readonly Dictionary<string, HttpClient> programs = [];
    readonly Dictionary<string, long> ids = [];

    public RunningSite Site { get; } = new();

    public HttpClient this[string who] => programs[who];

    public long IdOf(string who) => ids[who];

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        foreach (var (who, name, role) in new[] { ("mia", "Mia Member", Role.Member), ("otto", "Otto Outside", Role.Member), ("gus", "Gus Guest", Role.Guest) })
        {
            ids[who] = await Site.Person(name, role);
            programs[who] = await Site.Program(ids[who]);
        }

        programs["nobody"] = await Site.Program(null);
        await Site.Verb<MakeSpace>().Run(null, Closed, "Closed", "", Tier.Unit);
        await Site.Verb<MakeSpace>().Run(null, Partners, "Partners", "", Tier.Partners);
        await Site.Verb<MakeSpace>().Run(null, Open, "Open", "", Tier.Public);
        foreach (var (space, who) in new[] { (Closed, "mia"), (Partners, "mia"), (Partners, "gus") })
            await Site.Verb<EnrolPerson>().Run(Site.AdministratorId, space, ids[who], false);
    }

    /// <summary>Starts a topic through the API.</summary>
    public async Task<Calling.Answer> Start(string who, string space, string kind = "question", string title = "Who wraps wet volumes?", string body = "Somebody must know.")
    {
        var answer = await this[who].Call("POST", "topics", new { space, kind, title, body, tags = new[] { "conservation" } });
        Assert.Equal(201, answer.Status);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs.Values) program.Dispose();
        await Site.DisposeAsync();
    }
}
