using Community.Spaces;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Transfer.StackExchange;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Handbooks;

/// <summary>Writes parts of pages as notes: first all of them, so that each has its number, then their texts with the links, each in a short transaction.</summary>
sealed class PageNotes(CommunityStore store, PageKeys keys, long spaceId, long authorId, TimeProvider clock, MarkdownReport report, Uri? publicAddress)
{
    const int MostBusyTries = 24;

    readonly Pace pace = new(clock);

    /// <summary>Makes the note without telling of it yet.</summary>
    /// <returns>Its number.</returns>
    public Task<long> Begin(PageFile page, PagePart part)
    {
        var (text, _) = Rendered(part.Text, page.Path);
        return Write(async db =>
        {
            var (key, now) = (PageKeys.OfPart(page.Path, part.Number), clock.Now());
            if ((await keys.Find(db, PageKeys.Notes, [key])).TryGetValue(key, out var there)) return there;

            var topic = Topic.Imported(TopicKind.Note, spaceId, page.TitleOf(part.Number), authorId, now, null);
            topic.AddImported(Part.Opening, null, authorId, null, 0, now, [new ImportedText(text, authorId, "", now)]);
            db.Topics.Add(topic);
            await db.SaveChangesAsync();
            await keys.Set(db, PageKeys.Notes, key, topic.Id);
            await keys.Set(db, PageKeys.Unlinked, key, topic.Id);
            return topic.Id;
        });
    }

    /// <summary>Gives it its text with the links, if that is another than when it last came in and nobody changed it here.</summary>
    public async Task Finish(PageFile page, PagePart part, string source)
    {
        var ((text, isPlain), tags) = (Rendered(source, page.Path), PageTags.Of(page, report));
        var print = Print(page.TitleOf(part.Number), tags, text.Source);
        if (isPlain) report.Remark("cannot be shown as Markdown, and came in as plain text", page.Path);
        var told = await Write<Action>(async db =>
        {
            var (key, now) = (PageKeys.OfPart(page.Path, part.Number), clock.Now());
            var noteId = (await keys.Find(db, PageKeys.Notes, [key]))[key];
            var isNew = (await keys.Find(db, PageKeys.Unlinked, [key])).ContainsKey(key);
            var last = (await keys.Find(db, PageKeys.Texts, [key])).GetValueOrDefault(key);
            if (!isNew && last == print) return report.Stay;

            await db.LockRow("Topics", "Id", noteId, CancellationToken.None);
            var post = await db.Posts.Include(p => p.Topic.Tags).ThenInclude(t => t.Tag).Include(p => p.Revisions.OrderByDescending(r => r.Number).Take(1)).FirstAsync(p => p.TopicId == noteId && p.Part == Part.Opening);
            if (Reason(post, isNew, last) is { } reason) return () => report.Leave(reason, page.Path);

            var viewer = await db.Viewer(authorId);
            var newest = post.Revisions[0];
            var revision = isNew ? newest : newest.Source == text.Source ? null : await Revised(db, post, text, now);
            if (isNew) newest.Settle(text);
            if (revision is not null) await Tie(db, viewer, revision, text);
            if (!isNew && post.Topic.Title != page.TitleOf(part.Number)) post.Topic.Retitle(page.TitleOf(part.Number), authorId, now);
            var found = await TagWords.Find(db, tags);
            post.Topic.Retag([.. tags.Select(tag => found[tag]).Distinct()], authorId, now);
            if (isNew) post.Topic.TellImported(now);
            await db.SaveChangesAsync();
            await keys.Set(db, PageKeys.Texts, key, print);
            await keys.Forget(db, PageKeys.Unlinked, key);
            return isNew ? report.Add : () => report.Change(page.Path);
        });
        told();
    }

    static string? Reason(Post post, bool isNew, long last) => post switch
    {
        _ when isNew => null,
        { Standing: not Standing.Published } => "taken out of sight here, and left so",
        { Topic.IsClosed: true } => "closed here, and left so",
        _ when Print(post.Topic.Title, [.. post.Topic.Tags.Select(t => t.Tag!.Name)], post.Revisions[0].Source) != last => "changed here and in the folder: what stands here was left",
        _ => null,
    };

    async Task<Revision> Revised(CommunityContext db, Post post, PostText text, DateTime now)
    {
        await db.Entry(post).Collection(p => p.Mentions).LoadAsync();
        await db.Entry(post).Collection(p => p.Quotations).LoadAsync();
        return post.Revise(text, authorId, "Imported again", post.RevisionNumber, now);
    }

    /// <summary>Whatever its author may read: the files came with the page.</summary>
    static async Task Tie(CommunityContext db, Governance.Viewer viewer, Revision revision, PostText text)
    {
        await db.LinkNotes(viewer, revision.Post, text, CancellationToken.None);
        db.AttachmentTies.AddRange(text.AttachmentIds.Select(id => new AttachmentTie(revision, id)));
    }

    /// <summary>What cannot be shown as Markdown comes in as a block of code.</summary>
    (PostText Text, bool IsPlain) Rendered(string source, string path)
    {
        var body = string.IsNullOrWhiteSpace(source) ? "—" : source;
        try
        {
            return (Text(body), false);
        }
        catch (RefusedException)
        {
            var fenced = "~~~~~~\n" + body[..Math.Min(body.Length, PostText.MaxLength - 20)] + "\n~~~~~~";
            if (body.Length > PostText.MaxLength - 20) report.Remark("longer than a note may be, and cut", path);
            return (Text(fenced), true);
        }
    }

    PostText Text(string body)
    {
        var rendered = Markdown.Render(body, new RenderOptions { Headings = HeadingLevels.Note, LinksNotes = true, PublicAddress = publicAddress });
        return new PostText(body, rendered.Html, [], [], rendered.TopicLinks) { AttachmentIds = rendered.Attachments, NoteTitles = rendered.NoteTitles };
    }

    static long Print(string title, IEnumerable<string> tags, string source) => PageKeys.Of($"{title}\n{string.Join(',', tags.Order(StringComparer.Ordinal))}\n{source}");

    /// <summary>Leaves room for others after each page.</summary>
    async Task<T> Write<T>(Func<CommunityContext, Task<T>> work)
    {
        var result = default(T);
        await pace.Measure(async () => result = await Patiently(work), 1);
        return result!;
    }

    /// <summary>Another process may hold the database for longer than a write waits.</summary>
    async Task<T> Patiently<T>(Func<CommunityContext, Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.Write(work, CancellationToken.None);
            }
            catch (StoreBusyException) when (attempt < MostBusyTries)
            {
            }
        }
    }
}
