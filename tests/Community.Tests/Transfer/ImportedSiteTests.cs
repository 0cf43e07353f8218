using Community.Events;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Community.Transfer;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer;

public sealed class ImportedSiteTests : IAsyncLifetime
{
    readonly MadeUpSite site = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_space_is_made_for_the_institution_and_named_after_the_site()
    {
        var space = await site.Db.Spaces.SingleAsync(Stop);

        Assert.Equal(("birds", "Birds meta", Tier.Institution), (space.Slug, space.Name, space.Tier));
    }

    [Fact]
    public async Task People_cannot_sign_in_and_know_where_they_came_from()
    {
        var identity = await site.Db.ExternalIdentities.Include(i => i.Person).SingleAsync(i => i.ExternalId == "1", Stop);

        Assert.Equal(("birds.meta", "https://birds.meta.stackexchange.com/users/1", true), (identity.Source, identity.Url, identity.Person!.IsImported));
        Assert.False(await site.Db.Users.AnyAsync(Stop));
        Assert.True(await site.Db.People.AnyAsync(p => p.Name == "user4", Stop));
    }

    [Fact]
    public async Task Each_topic_is_told_once_and_nothing_else_is()
    {
        var events = await site.Db.Events.Where(e => e.TopicId != null).ToListAsync(Stop);

        Assert.Equal(3, events.Count);
        Assert.All(events, e => Assert.Equal((EventKind.Imported, e.TopicId), (e.Kind, e.SubjectId)));
        Assert.False(await site.Db.ImportedRows.AnyAsync(r => r.Table == "Untold", Stop));
    }

    [Theory]
    [InlineData("Posts", "posts of type 6", "Posts.xml line 12: row 18")]
    [InlineData("Posts", "the line is damaged", "Posts.xml line 9")]
    [InlineData("Questions", "65,536", "Posts.xml line 13: row 19")]
    [InlineData("Answers", "its question is not there", "Posts.xml line 8: row 14, question 77")]
    [InlineData("Comments", "its post is not there", "Comments.xml line 5: row 3, post 77")]
    [InlineData("Accepted answers", "the accepted answer is not there", "Posts.xml line 7: row 13, answer 99")]
    [InlineData("PostHistory", "its post did not come in", "PostHistory.xml line 8: row 6, post 77")]
    [InlineData("PostLinks", "one of its posts is not there", "PostLinks.xml line 5: row 3, 1 to 77")]
    [InlineData("PostLinks", "linked already", "PostLinks.xml line 6: row 4")]
    public void What_is_left_out_is_named_with_its_line(string table, string reason, string example)
    {
        var remark = Assert.Single(site.Report[table].Skipped, remark => remark.Reason.Contains(reason, StringComparison.Ordinal));

        Assert.StartsWith(example, Assert.Single(remark.Examples), StringComparison.Ordinal);
        Assert.Contains(example, site.Report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_it_again_adds_nothing_and_a_longer_dump_only_what_is_new()
    {
        var before = await Digest.Of(site.Fresh);

        var again = await site.Import("birds");
        Assert.Equal((0, before), (again.Posts, await Digest.Of(site.Fresh)));

        site.Dump.Write("Comments", MadeUpDump.Row(new { Id = 9, PostId = 2, Score = 0, UserId = 1, Text = "later" }));
        Assert.Equal(1, (await site.Import("birds")).Posts);
        Assert.Equal(2, await site.Db.Events.CountAsync(e => e.TopicId == site.Db.Set<Topic>().Min(t => t.Id), Stop));
    }

    [Fact]
    public async Task A_site_that_went_into_one_space_is_refused_for_another() =>
        await Assert.ThrowsAsync<RefusedException>(() => site.Import("elsewhere"));
}
