using System.Diagnostics;
using System.Xml.Linq;
using Community.Questions;
using Community.Topics;
using Community.Transfer;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer;

public sealed class RealDumpTests(ITestOutputHelper output)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("beer.meta")]
    [InlineData("conlang.meta")]
    [InlineData("quantumcomputing-2018")]
    public async Task A_real_site_comes_in_whole_once_and_only_once(string site)
    {
        var folder = RealDumps.Folder(site);
        await using var fresh = await EmptyStore.Make();
        var import = new ImportStackExchange(fresh.Store, FixedClock.Instance);

        var report = await import.Run(folder, new ImportTarget("questions"), null, Stop);
        output.WriteLine(report.ToString());
        output.WriteLine($"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
        var digest = await Digest.Of(fresh);
        var again = await import.Run(folder, new ImportTarget("questions"), null, Stop);
        output.WriteLine(again.ToString());

        var posts = Rows(folder, "Posts");
        var questions = posts.Where(row => (int)row.Attribute("PostTypeId")! == 1).ToList();
        await using var db = fresh.Context();
        Assert.Equal(questions.Count, await db.Topics.CountAsync(Stop));
        Assert.Equal(posts.Count(row => (int)row.Attribute("PostTypeId")! == 2), await db.Posts.CountAsync(p => p.Part == Part.Answer, Stop));
        Assert.Equal(Rows(folder, "Comments").Count, await db.Posts.CountAsync(p => p.Part == Part.Comment, Stop));
        Assert.Equal(questions.Count(row => row.Attribute("AcceptedAnswerId") is not null), await db.Acceptances.CountAsync(Stop));
        Assert.Equal(questions.Count(row => row.Attribute("ClosedDate") is not null), await db.Closures.CountAsync(Stop));
        Assert.Equal(questions.Sum(row => ((string?)row.Attribute("Tags") ?? "").Count(c => c == '<')), await db.TopicTags.CountAsync(Stop));
        Assert.Equal(Rows(folder, "Tags").Count, await db.Tags.CountAsync(Stop));
        Assert.Equal(questions.Sum(row => (int)row.Attribute("Score")!), await db.Posts.Where(p => p.Part == Part.Opening).SumAsync(p => p.Score, Stop));
        Assert.Equal(0, again.Posts);
        Assert.Equal(report.Posts, again["Questions"].AlreadyThere + again["Answers"].AlreadyThere + again["Comments"].AlreadyThere);
        Assert.Equal(digest, await Digest.Of(fresh));
    }

    static List<XElement> Rows(string folder, string table) => [.. XDocument.Load(Path.Combine(folder, table + ".xml")).Root!.Elements("row")];
}
