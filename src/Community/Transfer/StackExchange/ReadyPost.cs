using Community.Store;
using Community.Topics;

namespace Community.Transfer.StackExchange;

/// <summary>A question, answer or comment ready to be stored.</summary>
/// <param name="Texts">Oldest first, each with the row of the history that it comes from, if any.</param>
sealed record ReadyPost(DumpRow Row, Author Author, DateTime At, int Score, IReadOnlyList<(ImportedText Text, DumpRow? From)> Texts)
{
    /// <summary>The topic that it belongs to; 0 for a question.</summary>
    public long TopicId { get; init; }

    /// <summary>The post that a comment stands under; 0 for the opening.</summary>
    public long ParentId { get; init; }

    /// <summary>When and why a question was closed; null when it is open.</summary>
    public Closing? Closing { get; init; }

    /// <summary>When an answer was accepted; null when it was not.</summary>
    public DateTime? AcceptedAt { get; init; }

    public IEnumerable<ImportedText> History => Texts.Select(text => text.Text);

    public Attribution Attribution(Post post, Site site, string url) => new(post, site.Host, url, Licences.Of(Row, At));

    /// <summary>Keys the stored posts and their revisions.</summary>
    public static async Task InsertKeys(CommunityContext db, Keys keys, string table, IReadOnlyList<ReadyPost> ready, IReadOnlyList<Post> posts)
    {
        await keys.Insert(db, table, ready.Zip(posts, (row, post) => (row.Row.Id, post.Id)));
        await keys.Insert(db, TableNames.History, ready.Zip(posts).SelectMany(both => both.First.Texts.Zip(both.Second.Revisions))
            .Where(both => both.First.From is not null).Select(both => (both.First.From!.Id, both.Second.Id)));
    }
}
