using System.Diagnostics;
using Community.Benchmarks.Making;
using Community.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Searching;

/// <summary>All that is measured of search, one after the other, in one table.</summary>
sealed class SearchPart(GeneratedCommunity community)
{
    public static readonly string[] All = ["rebuild", "queries", "rate", "fresh", "hostile", "candidates"];

    public async Task Run(IReadOnlyCollection<string> parts, int rounds, int seconds, CancellationToken stop)
    {
        var table = new Table(Table.Searches);
        await using var searched = new SearchedCommunity(community);
        if (parts.Contains("rebuild")) await new RebuildPart(searched, table).Run(stop);
        await searched.Services.GetRequiredService<SearchConsumer>().BringUp(stop);
        if (parts.Contains("queries")) await new QueriesPart(searched, table, rounds).Run(stop);
        if (parts.Contains("rate")) await new RatePart(searched, table, seconds).Run(stop);
        if (parts.Contains("queries") || parts.Contains("rate")) Memory(searched, table);
        if (parts.Contains("hostile")) await new HostilePart(searched, table).Run(stop);
        if (parts.Contains("candidates")) await new CandidatesPart(searched, table).Run(stop);
        if (parts.Contains("fresh")) await new FreshPart(searched, table).Run(stop);
        table.Write(Console.Out);
    }

    /// <summary>Of this process, which does nothing but search.</summary>
    static void Memory(SearchedCommunity searched, Table table)
    {
        using var process = Process.GetCurrentProcess();
        table.Row("memory of the process after these searches", Show.Mega(process.WorkingSet64));
        table.Row("of it managed and in use", Show.Mega(GC.GetTotalMemory(forceFullCollection: true)));
        table.Row("the index on the disk", Show.Mega(searched.IndexBytes));
    }
}
