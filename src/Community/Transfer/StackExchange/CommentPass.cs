using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.StackExchange;

/// <summary>Comments, each under its question or answer.</summary>
sealed class CommentPass(ImportRun run) : Pass<ReadyPost>(run, TableNames.Comments, TableNames.Comments, TableNames.Comments)
{
    readonly PostPreparation preparation = new(run, run.Report[TableNames.Comments]);

    protected override async Task<IReadOnlyList<ReadyPost>> Prepare(IReadOnlyList<DumpRow> rows)
    {
        var parents = await StoredPosts.Find(Here, rows.Select(row => row.Number("PostId")));
        var ready = await preparation.Of([.. rows.Where(HasPost)], _ => [], (row, _) => Draft.OfComment(row), row => (int)(row.Number("Score") ?? 0));
        return [.. ready.Select(comment => Under(comment, parents[comment.Row.Number("PostId")!.Value]))];

        bool HasPost(DumpRow row)
        {
            var hasPost = row.Number("PostId") is { } post && parents.ContainsKey(post);
            if (!hasPost) Report.Skip("its post is not there", row.Example("post " + row["PostId"]));
            return hasPost;
        }
    }

    protected override async Task Write(CommunityContext db, IReadOnlyList<ReadyPost> ready)
    {
        var topicIds = ready.Select(comment => comment.TopicId).Distinct().ToList();
        var parentIds = ready.Select(comment => comment.ParentId).Distinct().ToList();
        var topics = await db.Topics.Where(t => topicIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id);
        var parents = await db.Posts.Where(p => parentIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var posts = new List<Post>();
        foreach (var comment in ready)
        {
            var post = topics[comment.TopicId].AddImported(Part.Comment, parents.GetValueOrDefault(comment.ParentId), comment.Author.PersonId, comment.Author.Name, comment.Score, comment.At, comment.History);
            posts.Add(post);
            db.Attributions.Add(comment.Attribution(post, Here.Site, Here.Site.Comment(comment.Row.Id, comment.Row.Number("PostId")!.Value)));
        }

        await db.SaveChangesAsync();
        await ReadyPost.InsertKeys(db, Here.Keys, TableNames.Comments, ready, posts);
        await Here.Keys.AddUntold(db, topicIds);
    }

    static ReadyPost Under(ReadyPost comment, StoredPost parent) => comment with { TopicId = parent.TopicId, ParentId = parent.Id };
}
