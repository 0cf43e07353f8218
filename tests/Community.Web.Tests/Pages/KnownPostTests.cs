using Community.Governance;
using Community.Spaces;
using Community.Topics;

namespace Community.Web.Tests.Pages;

/// <summary>A page of posts that was read just now shows what happened since.</summary>
public sealed class KnownPostTests(RunningSite site) : IClassFixture<RunningSite>
{
    const string Before = "Linen tape holds for years.";

    static readonly Dictionary<string, (Func<RunningSite, Posted, Task> Act, string Shown, bool IsBeforeShown)> Changes = new()
    {
        ["a reply"] = ((s, p) => s.Verb<AddPost>().Run(s.AdministratorId, p.TopicId, Part.Reply, null, "Glue is worse."), "Glue is worse.", true),
        ["a comment"] = ((s, p) => s.Verb<AddPost>().Run(s.AdministratorId, p.TopicId, Part.Comment, p.ReplyId, "Which width?"), "Which width?", true),
        ["another text"] = ((s, p) => s.Verb<RevisePost>().Run(p.Author, p.ReplyId, new Edit("Cotton tape holds longer.", "Tried it", 1)), "Cotton tape holds longer.", false),
        ["a vote"] = ((s, p) => s.Verb<CastVote>().Run(s.AdministratorId, p.ReplyId, 1), "<span class=\"figures\">1</span>", true),
        ["taken back"] = ((s, p) => s.Verb<WithdrawPost>().Run(p.Author, p.ReplyId), "Its author took it back on", false),
        ["hidden"] = ((s, p) => s.Verb<RemovePost>().Run(s.AdministratorId, p.ReplyId, "Off the subject"), "Off the subject", false),
        ["the author has another name"] = ((s, p) => s.Verb<Community.People.DescribePerson>().Run(p.Author, "Renamed Author", "", ""), "Renamed Author", true),
    };

    public static TheoryData<string> Words => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_page_shows_what_happened_since_it_was_read(string change)
    {
        var (act, shown, isBeforeShown) = Changes[change];
        var posted = await Post(change);
        var reader = await site.SignedIn("Rea Der");
        var address = (await reader.GetAsync(new Uri($"/threads/{posted.TopicId}", UriKind.Relative))).Headers.Location!.ToString();
        var before = await reader.Page(address);
        Assert.Contains(Before, before, StringComparison.Ordinal);
        Assert.DoesNotContain(shown, before, StringComparison.Ordinal);

        await act(site, posted);

        var after = await reader.Page(address);
        Assert.Contains(shown, after, StringComparison.Ordinal);
        Assert.Equal(isBeforeShown, after.Contains(Before, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_was_taken_back_is_read_by_its_author_and_by_nobody_else()
    {
        var posted = await Post("own");
        var (author, reader) = (await site.SignedIn("Author of own"), await site.SignedIn("Rea Der"));
        var address = (await reader.GetAsync(new Uri($"/threads/{posted.TopicId}", UriKind.Relative))).Headers.Location!.ToString();
        await site.Verb<WithdrawPost>().Run(posted.Author, posted.ReplyId);

        Assert.Contains(Before, await author.Page(address), StringComparison.Ordinal);
        Assert.DoesNotContain(Before, await reader.Page(address), StringComparison.Ordinal);
    }

    async Task<Posted> Post(string change)
    {
        if (!await site.Store.Read(db => Task.FromResult(db.Spaces.Any(s => s.Slug == "bindery")))) await site.Verb<MakeSpace>().Run(site.AdministratorId, "bindery", "Bindery", "", Tier.Institution);
        var author = await site.Person("Author of " + change);
        var topicId = await site.Verb<StartTopic>().Run(site.AdministratorId, "bindery", TopicKind.Thread, "Tape for " + change, "Which one?", []);
        return new Posted(author, topicId, await site.Verb<AddPost>().Run(author, topicId, Part.Reply, null, Before));
    }

    sealed record Posted(long Author, long TopicId, long ReplyId);
}
