using System.CommandLine;
using Community.Evaluation;

var folder = new Argument<DirectoryInfo>("folder") { Description = "A judged collection: docs.jsonl, queries.tsv, qrels.txt." }.AcceptExistingOnly();
var search = new Command("search", "How well the site's own search ranks the documents, beside plain BM25.") { folder };
search.SetAction(async (parsed, stop) =>
{
    var collection = Collection.Read(parsed.GetRequiredValue(folder));
    await using var community = await FilledCommunity.With(collection.Documents, stop);
    using var bm25 = new PlainBm25(collection.Documents);
    var (product, plain) = (new Measures(), new Measures());
    foreach (var (id, text) in collection.Queries.Where(query => collection.Grades.ContainsKey(query.Id)))
    {
        product.Add(await community.Search(text, stop), collection.Grades[id]);
        plain.Add([.. bm25.Search(text, Measures.Cut).Select(hit => hit.Document.Id)], collection.Grades[id]);
    }

    Console.WriteLine(product.Line("product"));
    Console.WriteLine(plain.Line("bm25"));
    return 0;
});

return await new RootCommand("Measures the site's ranking on collections that people have judged.") { search }.Parse(args).InvokeAsync();
