using Community.Events;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics;

public sealed class KeepingTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_bookmark_is_kept_once_let_go_once_and_told_to_nobody()
    {
        var post = await village.Opening(await village.Start(village.Writer));
        var before = await Count();

        foreach (var isKept in new[] { true, true }) await village.Verb<BookmarkPost>().Run(village.Member, post, isKept);
        Assert.Equal(1, await village.Read(db => db.Bookmarks.CountAsync(b => b.PostId == post)));
        foreach (var isKept in new[] { false, false }) await village.Verb<BookmarkPost>().Run(village.Member, post, isKept);

        Assert.Equal(0, await village.Read(db => db.Bookmarks.CountAsync(b => b.PostId == post)));
        Assert.Equal(before, await Count());
    }

    [Fact]
    public async Task Who_reads_as_a_guest_without_an_invitation_may_still_bookmark()
    {
        var post = await village.Opening(await village.Start(village.Writer, space: Village.Public));

        await village.Verb<BookmarkPost>().Run(village.Stranger, post, true);
    }

    [Fact]
    public async Task What_one_cannot_see_one_neither_bookmarks_nor_reads()
    {
        var topic = await village.Start(village.Writer, space: Village.Unit);
        var post = await village.Opening(topic);

        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<BookmarkPost>().Run(village.Colleague, post, true));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<MarkRead>().Run(village.Colleague, topic, post));
    }

    [Fact]
    public async Task A_read_mark_moves_forward_only_and_never_past_what_is_there()
    {
        var topic = await village.Start(village.Writer);
        var first = await village.Opening(topic);
        var second = await village.Add(village.Member, topic, Part.Reply);
        var elsewhere = await village.Opening(await village.Start(village.Writer));
        var before = await Count();
        var marks = new List<long>();

        foreach (var post in new[] { first, second, first, elsewhere, long.MaxValue, -1 })
        {
            await village.Verb<MarkRead>().Run(village.Colleague, topic, post);
            marks.Add(await village.Read(db => db.ReadMarks.Where(m => m.PersonId == village.Colleague && m.TopicId == topic).Select(m => m.PostId).SingleAsync()));
        }

        Assert.Equal([first, second, second, second, second, second], marks);
        Assert.Equal(before, await Count());
    }

    Task<int> Count() => village.Read(db => db.Events.CountAsync());
}
