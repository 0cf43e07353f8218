using Community.Topics;
using Community.Transfer;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer;

public sealed class AwkwardFileTests
{
    static readonly string Question = MadeUpDump.Row(new { Id = 1, PostTypeId = 1, Score = 0, OwnerUserId = 1, Title = "Ünïcode", Body = "<p>Zwölf <b>Boxkämpfer</b></p>" });
    static readonly string Answer = MadeUpDump.Row(new { Id = 2, PostTypeId = 2, ParentId = 1, Score = 0, OwnerUserId = 1, Body = "<p>a</p>" });

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_may_share_a_line_or_take_several()
    {
        var history = MadeUpDump.Row(new { Id = 1, PostHistoryTypeId = 2, PostId = 1, UserId = 1, Text = "Früher" }) + MadeUpDump.Row(new { Id = 2, PostHistoryTypeId = 5, PostId = 1, UserId = 1, Text = "Zwölf __Boxkämpfer__" });
        var (report, posts) = await Import(Question + Answer.Replace(" Score", "\r\n Score", StringComparison.Ordinal), history);

        Assert.Equal(0, report["Posts"].SkippedRows);
        Assert.Equal(["Früher", "Zwölf __Boxkämpfer__"], posts.Single(p => p.Part == Part.Opening).Revisions.OrderBy(r => r.Number).Select(r => r.Source));
        Assert.Single(posts, p => p.Part == Part.Answer);
    }

    [Theory]
    [InlineData("<row Id=\"9\" Body=\"never closed", "the line is damaged", "Posts.xml line 3")]
    [InlineData("<row Id=\"9\" Body=unquoted />", "the line is damaged", "Posts.xml line 3")]
    [InlineData("<row Body=\"x\" />", "the line is damaged", "Posts.xml line 3: It has no Id.")]
    public async Task A_damaged_line_is_named_and_costs_no_other(string damaged, string reason, string place)
    {
        var (report, posts) = await Import(damaged + "\r\n" + Question + "\r\n" + Answer, "");

        var remark = Assert.Single(report["Posts"].Skipped);
        Assert.Equal(reason, remark.Reason);
        Assert.StartsWith(place, Assert.Single(remark.Examples), StringComparison.Ordinal);
        Assert.Equal(2, posts.Count);
    }

    [Fact]
    public async Task A_line_too_long_to_be_a_row_is_named()
    {
        var (report, posts) = await Import(Question + "\r\n<row Id=\"9\" Body=\"" + new string('x', 5_000_000) + "\" />\r\n" + Answer, "");

        Assert.Equal("Posts.xml line 4", Assert.Single(Assert.Single(report["Posts"].Skipped).Examples));
        Assert.Equal(2, posts.Count);
    }

    [Theory]
    [InlineData(8, "before its end element", 2)]
    [InlineData(30, "in the middle of a row", 1)]
    public async Task A_file_cut_off_is_told(int bytesMissing, string reason, int postsLeft)
    {
        var (report, posts) = await Import(Question + "\r\n" + Answer, "", bytesMissing);

        Assert.Contains(reason, Assert.Single(report["Posts"].Skipped).Reason, StringComparison.Ordinal);
        Assert.Equal(postsLeft, posts.Count);
    }

    static async Task<(ImportReport Report, List<Post> Posts)> Import(string posts, string history, int bytesMissing = 0)
    {
        using var dump = new MadeUpDump();
        foreach (var table in (string[])["Comments", "Votes", "Tags", "PostLinks"]) dump.Remove(table);
        dump.Write("Posts", posts);
        dump.Write("PostHistory", history);
        using (var file = new FileStream(Path.Combine(dump.Folder, "Posts.xml"), FileMode.Open)) file.SetLength(file.Length - bytesMissing);
        await using var fresh = await EmptyStore.Make();
        var report = await new ImportStackExchange(fresh.Store, FixedClock.Instance).Run(dump.Folder, new ImportTarget("files"), null, Stop);
        await using var db = fresh.Context();
        return (report, await db.Posts.Include(p => p.Revisions).ToListAsync(Stop));
    }
}
