using System.CommandLine;
using Community.Benchmarks;
using Community.Benchmarks.Checking;
using Community.Benchmarks.Limit;
using Community.Benchmarks.Making;
using Community.Benchmarks.Parts;
using Community.Benchmarks.Running;
using Community.Benchmarks.Searching;
using Community.Benchmarks.Telling;

var folder = new Option<DirectoryInfo>("--folder") { Description = "Where the generated community and the published programs are kept.", Recursive = true, DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Checkout.Root, "artifacts", "benchmarks")) };
var posts = new Option<int>("--posts") { Description = "Size of the community.", Recursive = true, DefaultValueFactory = _ => 100_000 };
var real = new Option<DirectoryInfo?>("--real") { Description = "A folder of Stack Exchange dumps, whose posts are brought in beside the generated ones.", Recursive = true };
var seconds = new Option<int>("--seconds") { Description = "How long each page is asked for, in each round.", DefaultValueFactory = _ => 3 };
var rounds = new Option<int>("--rounds") { Description = "How often each page and its limit take turns.", DefaultValueFactory = _ => 2 };
var port = new Option<int>("--port") { Description = "The site answers here, the limit one above.", DefaultValueFactory = _ => 5180 };
var only = new Option<string[]>("--only") { Description = "Parts: pages, anonymous, typing, writers, notes, start. All when none is named.", AllowMultipleArgumentsPerToken = true };
var page = new Option<string?>("--page") { Description = "Only pages whose name has this word." };

var root = new RootCommand("Measures the site: pages beside a limit without features, durable posting, start, memory. One table.") { folder, posts, real, seconds, rounds, port, only, page };
root.SetAction(async (parsed, stop) =>
{
    var parts = parsed.GetValue(only) is { Length: > 0 } named ? named : ["start", "pages", "anonymous", "typing", "writers", "notes"];
    var options = new BenchmarkOptions(parsed.GetRequiredValue(folder).FullName, parsed.GetValue(posts), parsed.GetValue(seconds), parsed.GetValue(rounds), parsed.GetValue(port), parsed.GetValue(page), parsed.GetValue(real)?.FullName);
    var community = await GeneratedCommunity.MadeOrKept(options, stop);
    var table = new Table();
    if (parts.Any(part => part is "start" or "pages" or "anonymous" or "typing" or "notes"))
    {
        var programs = await Programs.Publish(options, stop);
        using var site = new SitePart(options, community, programs, table);
        if (parts.Any(part => part is "start" or "pages" or "anonymous")) await site.Run(parts, stop);
        if (parts.Contains("typing")) await new TypingPart(options, community, programs, table).Run(stop);
        if (parts.Contains("notes")) await new NotePart(options, community, programs, table).Run(stop);
    }

    if (parts.Contains("writers")) await new WritersPart(options, community, table).Run(stop);
    table.Write(Console.Out);
    return 0;
});

var limitData = new Option<string>("--data") { Required = true };
var limitUrl = new Option<string>("--url") { Required = true };
var limit = new Command("limit", "The pages without features, served for the comparison.") { limitData, limitUrl };
limit.SetAction((parsed, stop) => LimitSite.Serve(parsed.GetRequiredValue(limitData), parsed.GetRequiredValue(limitUrl), stop));
root.Add(limit);

var searchParts = new Option<string[]>("--only") { Description = "Parts: rebuild, queries, rate, fresh, hostile, candidates. All when none is named.", AllowMultipleArgumentsPerToken = true };
var searchRounds = new Option<int>("--rounds") { Description = "How often searches and bare queries take turns.", DefaultValueFactory = _ => 5 };
var searchSeconds = new Option<int>("--seconds") { Description = "How long twenty searches a second are asked for.", DefaultValueFactory = _ => 30 };
var search = new Command("search", "Measures search in process: the index's rebuild beside a bare writer, queries beside bare Lucene, times at a fixed rate, what is new, hostile texts, whom to ask. One table.") { searchParts, searchRounds, searchSeconds };
search.SetAction(async (parsed, stop) =>
{
    var parts = parsed.GetValue(searchParts) is { Length: > 0 } named ? named : SearchPart.All;
    await new SearchPart(await GeneratedCommunity.MadeOrKept(Kept(parsed), stop, isIndexed: false)).Run(parts, parsed.GetValue(searchRounds), parsed.GetValue(searchSeconds), stop);
    return 0;
});
root.Add(search);

var tellParts = new Option<string[]>("--only") { Description = "Parts: fanout, live, digest. All when none is named.", AllowMultipleArgumentsPerToken = true };
var viewers = new Option<int>("--viewers") { Description = "How many look on.", DefaultValueFactory = _ => 2_000 };
var tell = new Command("tell", "Measures how people are told: notices of a reply to all, live events beside a bare SignalR, digests. One table.") { tellParts, viewers };
tell.SetAction(async (parsed, stop) =>
{
    var parts = parsed.GetValue(tellParts) is { Length: > 0 } named ? named : ["fanout", "digest", "live"];
    var options = Kept(parsed) with { Port = 5180 };
    var community = await GeneratedCommunity.MadeOrKept(options, stop);
    var table = new Table(Table.Searches);
    if (parts.Contains("fanout")) await new FanOutPart(community, table).Run(stop);
    if (parts.Contains("digest")) await new DigestPart(community, table).Run(stop);
    if (parts.Contains("live")) await new LivePart(options, community, await Programs.Publish(options, stop), table).Run(parsed.GetValue(viewers), stop);
    table.Write(Console.Out);
    return 0;
});
root.Add(tell);

var checks = new Command("checks", "Measures the look at a long draft before it is posted, beside its rendering. One table.");
checks.SetAction(async (parsed, stop) =>
{
    var table = new Table(Table.Searches);
    await new ChecksPart(await GeneratedCommunity.MadeOrKept(Kept(parsed), stop), table).Run(stop);
    table.Write(Console.Out);
    return 0;
});
root.Add(checks);

var gate = new Command("gate", "Measures what the gate costs a list page, with 200 spaces and 5,000 people, which it makes in the kept community. One table.");
gate.SetAction(async (parsed, stop) =>
{
    var (options, table) = (Kept(parsed) with { Port = 5180 }, new Table(Table.Searches));
    await new GatePart(options, await GeneratedCommunity.MadeOrKept(options, stop), table).Run(stop);
    table.Write(Console.Out);
    return 0;
});
root.Add(gate);

var childData = new Option<string>("--data") { Required = true };
var tellChild = new Command("tell-child", "Leaves notices until it is killed.") { childData };
tellChild.SetAction(async (parsed, stop) => await FanOutPart.Child(parsed.GetRequiredValue(childData), stop));
root.Add(tellChild);
var digestChild = new Command("digest-child", "Sends digests until it is killed.") { childData };
digestChild.SetAction(async (parsed, stop) => await DigestPart.Child(parsed.GetRequiredValue(childData), stop));
root.Add(digestChild);

var cookie = new Command("cookie", "Prints the cookie of the reader, to look at pages by hand.");
cookie.SetAction(async (parsed, stop) => Console.WriteLine(await Cookies.Of(await GeneratedCommunity.MadeOrKept(Kept(parsed), stop))));
root.Add(cookie);
return await root.Parse(args).InvokeAsync();

BenchmarkOptions Kept(ParseResult parsed) => new(parsed.GetRequiredValue(folder).FullName, parsed.GetValue(posts), 0, 0, 0, null, parsed.GetValue(real)?.FullName);
