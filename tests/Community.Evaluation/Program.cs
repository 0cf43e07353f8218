using System.CommandLine;
using System.Globalization;
using Community.Evaluation;

var folder = new Argument<DirectoryInfo>("folder") { Description = "A judged collection: docs.jsonl, queries.tsv, qrels.txt." }.AcceptExistingOnly();
var each = new Option<bool>("--each") { Description = "Tells on standard error each query's average precision, the product's and the plain one's." };
var search = new Command("search", "How well the site's own search ranks the documents, beside plain BM25.") { folder, each };
search.SetAction(async (parsed, stop) =>
{
    var collection = Collection.Read(parsed.GetRequiredValue(folder));
    await using var community = await FilledCommunity.With(collection.Documents, stop);
    using var bm25 = new PlainBm25(collection.Documents);
    var (product, plain) = (new Measures(), new Measures());
    foreach (var (id, text) in collection.Queries.Where(query => collection.Grades.ContainsKey(query.Id)))
    {
        var ours = product.Add(await community.Search(text, stop), collection.Grades[id]);
        var theirs = plain.Add([.. bm25.Search(text, Measures.Cut).Select(hit => hit.Document.Id)], collection.Grades[id]);
        if (parsed.GetValue(each)) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours:0.0000} {theirs:0.0000} {id} {text}"));
    }

    Console.WriteLine(product.Line("product"));
    Console.WriteLine(plain.Line("bm25"));
    return 0;
});

var experts = new Command("experts", "How well the site's own ranking finds people who know, beside the most active person and one profile per person.") { folder, each };
experts.SetAction(async (parsed, stop) =>
{
    var collection = Collection.Read(parsed.GetRequiredValue(folder));
    await using var community = await FilledCommunity.With(collection.Documents, stop);
    using var people = new PlainPeople(collection.Documents);
    var (product, active, profile) = (new Measures(), new Measures(), new Measures());
    foreach (var (id, text) in collection.Queries.Where(query => collection.Grades.ContainsKey(query.Id)))
    {
        var grades = collection.Grades[id];
        var ours = product.Add(Among(await community.Experts(text, stop)), grades);
        var theirs = active.Add(Among(people.MostActive), grades);
        profile.Add(Among(people.ByProfile(text)), grades);
        if (parsed.GetValue(each)) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours:0.0000} {theirs:0.0000} {id} {text}"));
    }

    Console.WriteLine(product.Line("product"));
    Console.WriteLine(active.Line("most-active"));
    Console.WriteLine(profile.Line("profile"));
    return 0;

    List<string> Among(IEnumerable<string> ranking) => [.. ranking.Where(person => collection.Candidates?.Contains(person) != false).Take(Measures.Cut)];
});

var dump = new Argument<DirectoryInfo>("dump") { Description = "A Stack Exchange dump: Posts.xml, Users.xml." }.AcceptExistingOnly();
var route = new Command("route", "For how many later questions of a dump one of the first two whom the site would invite really answered, beside the two most active people, and the two who answered most lately.") { dump };
route.SetAction(async (parsed, stop) =>
{
    var (questions, ours, active, ready) = await Routing.Replay(parsed.GetRequiredValue(dump), Console.Error.WriteLine, stop);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"product {(double)ours / questions:0.0000} of {questions} questions"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"most-active {(double)active / questions:0.0000}"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"most-ready {(double)ready / questions:0.0000}"));
    return 0;
});

var duplicates = new Command("duplicates", "At which place the site proposes, for each question of a dump that people closed as asked before, the one that was asked before.") { dump };
duplicates.SetAction(async (parsed, stop) =>
{
    var pairs = await Duplicating.Measure(parsed.GetRequiredValue(dump), stop);
    foreach (var pair in Duplicating.Choose(pairs)) Console.WriteLine($"{pair.Place?.ToString(CultureInfo.InvariantCulture) ?? "—"} {pair.Again} → {pair.Original}");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in the first five: {pairs.Count(pair => pair.Place is not null)} of {pairs.Count} pairs, first: {pairs.Count(pair => pair.Place == 1)}"));
    return 0;
});

return await new RootCommand("Measures the site's ranking on collections that people have judged.") { search, experts, route, duplicates }.Parse(args).InvokeAsync();
