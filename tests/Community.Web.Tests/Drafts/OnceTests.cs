using System.Net;
using Community.Notifications;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Drafts;

/// <summary>A form that is sent twice is one post.</summary>
public sealed class OnceTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task The_same_reply_fifty_times_at_once_is_one_post_and_one_notice_and_every_answer_leads_to_it()
    {
        var topic = await site.Thread();
        using var browser = await site.SignedIn("Ben Writer");
        var form = DraftVillage.Fields(await browser.Raw($"/threads/{topic}/where-do-drafts-go"), $"/topics/{topic}/posts").With("Body", "Linen tape, since 2019.");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => browser.PostBare($"/topics/{topic}/posts", form)));

        var post = Assert.Single(await site.Replies(topic));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.SeeOther, $"/posts/{post}"), (answer.StatusCode, $"{answer.Headers.Location}")));
        await Task.Delay(1_500, TestContext.Current.CancellationToken);
        Assert.Equal(1, await site.Store.Read(db => db.Set<Notification>().CountAsync(n => n.PostId == post)));
    }

    [Fact]
    public async Task Another_text_from_the_same_form_is_another_post_and_a_new_form_has_a_new_key()
    {
        var topic = await site.Thread();
        var (page, action) = ($"/threads/{topic}/where-do-drafts-go", $"/topics/{topic}/posts");
        using var browser = await site.SignedIn("Ben Writer");
        var form = DraftVillage.Fields(await browser.Raw(page), action);

        await browser.PostBare(action, form.With("Body", "First."));
        await browser.PostBare(action, form.With("Body", "Second."));
        var later = DraftVillage.Fields(await browser.Raw(page), action);
        await browser.PostBare(action, later.With("Body", "Second."));

        Assert.NotEqual(form.Single(f => f.Name == "Key"), later.Single(f => f.Name == "Key"));
        Assert.Equal(3, (await site.Replies(topic)).Count);
    }

    [Fact]
    public async Task A_comment_and_a_new_topic_are_made_once_and_an_edit_is_one_revision()
    {
        var topic = await site.Thread();
        var opening = await site.Store.Read(db => db.Posts.Where(p => p.TopicId == topic).Select(p => p.Id).SingleAsync());
        using var browser = await site.SignedIn("Ada Keeper");
        var comment = DraftVillage.Fields(await browser.Raw($"/threads/{topic}/where-do-drafts-go"), $"/topics/{topic}/posts").With("Part", "Comment").With("Body", "Said once.");
        var thread = DraftVillage.Fields(await browser.Raw("/new/thread"), "/new/thread").With("Title", "Begun once").With("Body", "Said once.").With("Space", DraftVillage.Space);
        var edit = DraftVillage.Fields(await browser.Raw($"/posts/{opening}/edit"), $"/posts/{opening}/edit").With("Body", "I wonder still.");

        foreach (var (action, form) in new[] { ($"/topics/{topic}/posts", comment), ("/new/thread", thread), ($"/posts/{opening}/edit", edit) })
        {
            var (first, second) = (await browser.PostBare(action, form), await browser.PostBare(action, form));
            Assert.Equal((HttpStatusCode.SeeOther, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        }

        Assert.Single(await site.Replies(topic));
        Assert.Equal(1, await site.Store.Read(db => db.Topics.CountAsync(t => t.Title == "Begun once")));
        Assert.Equal(2, await site.Store.Read(db => db.Posts.Where(p => p.Id == opening).Select(p => p.RevisionNumber).SingleAsync()));
    }
}
