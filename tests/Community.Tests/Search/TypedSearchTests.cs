using Community.Store;
using Community.Tests.Transfer;
using Community.Topics;
using Community.Transfer;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Search;

/// <summary>
/// Searches as somebody types them who half remembers, with the question that they should find among the first three. They were written down before anything was tried on
/// these sites; a search that fails is a reason to look at the ranking, not at the search.
/// </summary>
public sealed class TypedSearchTests(ITestOutputHelper output)
{
    const int Among = 3;

    static readonly (string Typed, string Site, long Question)[] Searches =
    [
        ("room temperature quantum computer solid state", "quantumcomputing-2018", 1842),
        ("students access real hardware free", "quantumcomputing-2018", 1570),
        ("T2 vs T2*", "quantumcomputing-2018", 2432),
        ("list of open source quantum software", "quantumcomputing-2018", 1918),
        ("qiskit timeout error", "quantumcomputing-2018", 1247),
        ("why does d-wave have more qubits than ibm", "quantumcomputing-2018", 1269),
        ("difference mixed state superposition", "quantumcomputing-2018", 1461),
        ("controlled-z three qubits elementary gates", "quantumcomputing-2018", 4078),
        ("rubiks cube", "quantumcomputing-2018", 3959),
        ("ion trap scaling", "quantumcomputing-2018", 1426),
        ("how are real numbers stored floating point", "quantumcomputing-2018", 1302),
        ("shielding from magnetic field", "quantumcomputing-2018", 1437),
        ("grover iterations floor", "quantumcomputing-2018", 1939),
        ("no-cloning classical data", "quantumcomputing-2018", 4102),
        ("data explorer site missing", "beer.meta", 232),
        ("hidden community private activity profile", "beer.meta", 235),
        ("badges that look like droplets", "beer.meta", 192),
        ("moderator nominations", "conlang.meta", 79),
        ("are questions about alphabets allowed", "conlang.meta", 39),
        ("elves in different worlds tag", "conlang.meta", 18),
    ];

    [Fact]
    public async Task What_people_type_is_found_among_the_first_three()
    {
        foreach (var site in Searches.Select(search => search.Site).Distinct()) RealDumps.Folder(site);
        await using var village = await SearchVillage.Start(serving: false);
        foreach (var site in Searches.Select(search => search.Site).Distinct())
            await new ImportStackExchange(village.Store, TimeProvider.System).Run(RealDumps.Folder(site), new ImportTarget(site.Replace('.', '-')), null, TestContext.Current.CancellationToken);
        await village.CatchUp();

        var missed = new List<string>();
        await using var db = village.Contexts.Create();
        foreach (var (typed, site, question) in Searches)
        {
            var postId = await PostOf(db, site, question);
            var topicId = await db.Posts.Where(p => p.Id == postId).Select(p => p.TopicId).SingleAsync();
            var hits = (await village.Search(typed)).Hits;
            var place = hits.Select(hit => hit.TopicId).ToList().IndexOf(topicId) + 1;
            output.WriteLine($"{place,3}  {typed}");
            if (place is 0 or > Among) missed.Add($"“{typed}” finds {string.Join("; ", hits.Take(Among).Select(hit => hit.Title))}");
        }

        Assert.Empty(missed);
    }

    static Task<long> PostOf(CommunityContext db, string site, long question) =>
        db.ImportedRows.Where(row => row.Table == "Posts" && row.ExternalId == question && row.Source == site.Replace("-2018", "")).Select(row => row.SubjectId).SingleAsync();
}
