using System.Net;
using Community.Governance;
using Community.People;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Gate;

[Collection(nameof(GateVillage))]
public sealed class OverPostingTests(GateVillage village)
{
    static readonly (string, string)[] Smuggled =
    [
        ("Role", "Administrator"), ("AuthorId", "1"), ("PersonId", "1"), ("actorId", "1"), ("EditorId", "1"), ("Standing", "Removed"), ("CreatedAt", "2001-01-01"), ("Score", "999"), ("ImportedScore", "999"), ("IsPinned", "true"),
        ("Id", "1"), ("TopicId", "1"), ("RevisionNumber", "77"), ("form.Role", "Administrator"), ("Topic.SpaceId", "1"), ("Post.AuthorId", "1"), ("IsImported", "true"), ("ClosedAt", "2001-01-01"), ("Slug", "mine"), ("number", "9"),
    ];

    [Fact]
    public async Task Fields_that_no_form_has_change_nothing()
    {
        var browser = village["colleague"];
        var me = village.IdOf("colleague");
        var token = ("__RequestVerificationToken", await browser.Token());

        var started = await browser.PostBare("/new/thread", [("Space", GateVillage.Spaces[3]), ("Title", "Over-posted"), ("Body", "Text."), token, .. Smuggled]);
        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        var post = await village.Site.Store.Read(db => db.Posts.Include(p => p.Topic).SingleAsync(p => p.Topic.Title == "Over-posted"));
        await browser.PostBare($"/posts/{post.Id}/edit", [("Title", "Over-posted"), ("Body", "Text, too."), ("BaseRevision", "1"), token, .. Smuggled]);
        await browser.PostBare($"/topics/{post.TopicId}/posts", [("Part", "Reply"), ("Body", "Reply."), token, .. Smuggled]);
        await browser.PostBare("/account/profile", [("Name", "Gate Colleague"), ("Position", "Librarian"), token, .. Smuggled]);

        var posts = await village.Site.Store.Read(db => db.Posts.AsNoTracking().Include(p => p.Topic).Where(p => p.TopicId == post.TopicId).OrderBy(p => p.Id).ToListAsync());
        Assert.Equal([Part.Opening, Part.Reply], posts.Select(p => p.Part));
        Assert.Equal([2, 1], posts.Select(p => p.RevisionNumber));
        Assert.All(posts, p => Assert.Equal((me, Standing.Published, 0, 0, me, false), (p.AuthorId, p.Standing, p.Score, p.ImportedScore, p.Topic.AuthorId, p.Topic.IsClosed)));
        Assert.All(posts, p => Assert.True(p.CreatedAt.Year > 2020));
        var person = await village.Site.Store.Read(db => db.People.SingleAsync(p => p.Id == me));
        Assert.Equal((Role.Member, "Librarian", false), (person.Role, person.Position, person.IsImported));
    }
}
