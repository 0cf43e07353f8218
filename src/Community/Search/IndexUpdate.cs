using System.Globalization;
using Community.Store;
using Community.Topics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Brings documents to the present state of their rows. Doing it twice does no harm.</summary>
sealed class IndexUpdate(OpenIndex index, CommunityContext db, CancellationToken stop)
{
    const int IdsAQuery = 500;

    public async Task Apply(PendingChanges changes)
    {
        foreach (var ids in changes.Topics.Chunk(IdsAQuery)) await ReplaceTopics(ids);
        foreach (var ids in changes.Posts.Chunk(IdsAQuery)) await ReplacePosts(ids);
        foreach (var ids in changes.People.Chunk(IdsAQuery)) await ReplacePeople(ids);
    }

    /// <summary>All posts of these topics.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> ReplaceTopics(IReadOnlyCollection<long> ids)
    {
        index.Writer.DeleteDocuments([.. ids.Select(id => new Term(Fields.Topic, id.ToString(CultureInfo.InvariantCulture)))]);
        var posts = await PostsOf(ids);
        foreach (var (topic, post) in posts) index.Writer.AddDocument(Documents.Of(topic, post));
        return posts.Count;
    }

    /// <summary>What the index shall have of these topics.</summary>
    public async Task<IReadOnlyList<(TopicRow Topic, PostRow Post)>> PostsOf(IReadOnlyCollection<long> topicIds)
    {
        var topics = await db.IndexedTopics(topicIds, stop);
        var posts = await db.WithReports(await db.WithText(db.IndexedPosts.Where(p => topicIds.Contains(p.TopicId))).ToListAsync(stop), stop);
        return [.. posts.Where(post => topics.ContainsKey(post.TopicId)).Select(post => (topics[post.TopicId], post))];
    }

    public async Task<int> ReplacePeople(IReadOnlyCollection<long> ids)
    {
        var rows = await db.WithUnits(db.IndexedPeople.Where(p => ids.Contains(p.Id))).ToListAsync(stop);
        var renamed = rows.Where(IsRenamed).Select(row => row.Id).ToList();
        foreach (var row in rows) index.Writer.UpdateDocument(new Term(Fields.Key, Fields.PersonKey(row.Id)), Documents.Of(row));
        foreach (var id in ids.Except(rows.Select(row => row.Id))) index.Writer.DeleteDocuments(new Term(Fields.Key, Fields.PersonKey(id)));
        foreach (var id in renamed) await ReplacePostsOf(id);
        return rows.Count;
    }

    async Task ReplacePosts(IReadOnlyCollection<long> ids)
    {
        var posts = await db.WithReports(await db.WithText(db.IndexedPosts.Where(p => ids.Contains(p.Id))).ToListAsync(stop), stop);
        var topics = await db.IndexedTopics([.. posts.Select(p => p.TopicId).Distinct()], stop);
        var gone = new HashSet<long>(ids);

        // What was revised in a note is said by all its posts: when it was last checked.
        var notes = posts.Where(p => p.Part == Part.Opening && topics.TryGetValue(p.TopicId, out var topic) && topic.Kind == TopicKind.Note).Select(p => p.TopicId).ToHashSet();
        if (notes.Count > 0) await ReplaceTopics(notes);
        foreach (var post in posts)
        {
            if (!topics.TryGetValue(post.TopicId, out var topic)) continue;
            gone.Remove(post.Id);
            if (notes.Contains(post.TopicId)) continue;
            index.Writer.UpdateDocument(new Term(Fields.Key, Fields.PostKey(post.Id)), Documents.Of(topic, post));
        }

        foreach (var id in gone) index.Writer.DeleteDocuments(new Term(Fields.Key, Fields.PostKey(id)));
    }

    async Task ReplacePostsOf(long authorId)
    {
        var ids = await db.IndexedPosts.Where(p => p.AuthorId == authorId).Select(p => p.Id).ToListAsync(stop);
        foreach (var some in ids.Chunk(IdsAQuery)) await ReplacePosts(some);
    }

    /// <summary>Only a new name touches the person's posts; looked up in what searches see.</summary>
    bool IsRenamed(PersonRow row)
    {
        var searcher = index.Manager.Acquire();
        try
        {
            var found = searcher.Search(new TermQuery(new Term(Fields.Key, Fields.PersonKey(row.Id))), 1);
            if (found.ScoreDocs.Length == 0) return false;

            var name = new BytesRef();
            MultiDocValues.GetBinaryValues(searcher.IndexReader, Fields.Name)?.Get(found.ScoreDocs[0].Doc, name);
            return name.Utf8ToString() != row.Name;
        }
        finally
        {
            index.Manager.Release(searcher);
        }
    }
}
