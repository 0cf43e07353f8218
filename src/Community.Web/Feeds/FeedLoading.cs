using Community.Search;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Search;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Feeds;

/// <summary>Loads feeds as their reader may read them.</summary>
public sealed class FeedLoading(CommunityContext db, CurrentViewer current, FramePage frame, PostLoading posts, Searcher searcher, IStringLocalizer<FeedsText> text)
{
    public const int Entries = 30;

    /// <summary>The newest topics in sight.</summary>
    public async Task<Feed> Site(OutsideHtml outside) =>
        await OfTopics(outside, await Named((await frame.Load()).Institution), text["What is new in all spaces that you can read."], "/", "/feed", db.Topics);

    /// <summary>The newest topics of a space; null when it is not for this reader.</summary>
    public async Task<Feed?> Space(OutsideHtml outside, string slug)
    {
        var space = await db.Spaces.AsNoTracking().VisibleTo(await current.Get()).Where(s => s.Slug == slug).Select(s => new { s.Id, s.Name, s.Purpose }).FirstOrDefaultAsync();
        return space is null ? null : await OfTopics(outside, await Named(space.Name), space.Purpose, $"/spaces/{slug}", $"/spaces/{slug}/feed", db.Topics.Where(t => t.SpaceId == space.Id));
    }

    /// <summary>The newest topics on a subject; null when nothing on it is for this reader.</summary>
    public async Task<Feed?> Tag(OutsideHtml outside, string name)
    {
        var tag = await db.TagsFor(await current.Get()).AsNoTracking().Where(t => t.Name == name).Select(t => new { t.Id, t.Description }).FirstOrDefaultAsync();
        var address = "/tags/" + Uri.EscapeDataString(name);
        return tag is null ? null : await OfTopics(outside, await Named(name), tag.Description, address, address + "/feed", db.Topics.Where(t => t.Tags.Any(u => u.TagId == tag.Id)));
    }

    /// <summary>The newest posts of a topic; null when it is not for this reader.</summary>
    public async Task<Feed?> Topic(OutsideHtml outside, long id)
    {
        var topic = await db.Topics.AsNoTracking().ListedFor(await current.Get()).FirstOrDefaultAsync(t => t.Id == id);
        if (topic is null) return null;

        var newest = db.Posts.AsNoTracking().ListedFor(await current.Get()).Where(p => p.TopicId == id).OrderByDescending(p => p.Id).Take(Entries);
        var views = await posts.Flat(newest, topic);
        return Made(outside, topic.Title, "", TopicAddress.Of(topic.Kind, id, topic.Title), $"/topics/{id}/feed", [.. views.Where(IsShown).OrderByDescending(view => view.Id).Select(view => Entry(outside, view, Title(view, topic), []))]);
    }

    /// <summary>The newest posts that a search finds.</summary>
    public async Task<Feed> Search(OutsideHtml outside, SearchRequest request, CancellationToken stop)
    {
        var newest = request with { Sort = SearchSort.Newest, Page = 1 };
        var hits = request.AsksNothing ? [] : (await searcher.Search(newest, await current.Get(), stop)).Hits;
        var ids = hits.Select(hit => hit.PostId).Take(Entries).ToList();
        var found = await db.Posts.AsNoTracking().ListedFor(await current.Get()).Where(p => ids.Contains(p.Id)).Include(p => p.Topic).ToListAsync(stop);
        var entries = new List<FeedEntry>();
        foreach (var post in found.OrderByDescending(p => p.Id))
            foreach (var view in (await posts.Flat(db.Posts.Where(p => p.Id == post.Id), post.Topic)).Where(IsShown)) entries.Add(Entry(outside, view, Title(view, post.Topic), []));

        var query = SearchAddress.Of(newest)["/search".Length..];
        return Made(outside, text["Search: {0}", request.Text], "", "/search" + query, "/search/feed", entries, query);
    }

    async Task<Feed> OfTopics(OutsideHtml outside, string title, string about, string address, string own, IQueryable<Topic> topics)
    {
        var newest = await topics.AsNoTracking().ListedFor(await current.Get()).OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).Take(Entries).Include(t => t.Tags).ThenInclude(t => t.Tag).ToListAsync();
        var entries = new List<FeedEntry>();
        foreach (var topic in newest)
            foreach (var view in (await posts.Flat(db.Posts.Where(p => p.TopicId == topic.Id && p.Part == Part.Opening), topic)).Where(IsShown))
                entries.Add(Entry(outside, view, topic.Title, [.. topic.Tags.Select(t => t.Tag!.Name).Order(StringComparer.Ordinal)]));
        return Made(outside, title, about, address, own, entries);
    }

    static Feed Made(OutsideHtml outside, string title, string about, string address, string own, List<FeedEntry> entries, string query = "") =>
        new(title, about, outside.Absolute(address), outside.Absolute(own + outside.Extension + query), entries.Count == 0 ? DateTime.UnixEpoch : entries.Max(entry => entry.UpdatedAt), entries);

    static FeedEntry Entry(OutsideHtml outside, PostView view, string title, IReadOnlyList<string> tags) =>
        new(outside.Absolute(TopicAddress.Permalink(view.Id)), title, view.AuthorName, outside.Of(view.Html! + Under(view)), view.CreatedAt, view.EditedAt ?? view.CreatedAt, tags);

    string Title(PostView view, Topic topic) => view.Part switch { Part.Opening => topic.Title, Part.Answer => text["Answer: {0}", topic.Title], Part.Comment => text["Comment: {0}", topic.Title], _ => text["Reply: {0}", topic.Title] };

    /// <summary>What the site itself puts under a post, as on its page.</summary>
    internal static string Under(PostView view) => string.Concat(new[] { view.Interest, view.Disclaimer }.OfType<string>().Select(line => $"<p><small>{System.Net.WebUtility.HtmlEncode(line)}</small></p>"));

    static bool IsShown(PostView view) => view is { Standing: Standing.Published, Html: not null };

    async Task<string> Named(string name) => (await frame.Load()).Institution is { Length: > 0 } institution && institution != name ? $"{name} – {institution}" : name.Length > 0 ? name : "Community";
}
