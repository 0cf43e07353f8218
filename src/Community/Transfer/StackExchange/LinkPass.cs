using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.StackExchange;

/// <summary>A tie between two questions, with the row that states it.</summary>
sealed record ReadyLink(DumpRow Row, long FromId, long ToId, LinkKind Kind);

/// <summary>Links between questions, and "the same question".</summary>
sealed class LinkPass(ImportRun run) : Pass<ReadyLink>(run, TableNames.Links, TableNames.Links, TableNames.Links)
{
    const int Linked = 1;
    const int Duplicate = 3;

    protected override async Task<IReadOnlyList<ReadyLink>> Prepare(IReadOnlyList<DumpRow> rows)
    {
        var posts = await StoredPosts.Find(Here, rows.SelectMany(row => (long?[])[row.Number("PostId"), row.Number("RelatedPostId")]));
        var ready = rows.Select(row => Link(row, posts)).OfType<ReadyLink>().ToList();
        var from = ready.Select(link => link.FromId).ToList();
        var seen = (await Here.Store.Read(db => db.TopicLinks.AsNoTracking().Where(l => from.Contains(l.FromTopicId)).ToListAsync()))
            .Select(l => (l.FromTopicId, l.ToTopicId, l.Kind)).ToHashSet();
        return ready.FindAll(link =>
        {
            var isNew = seen.Add((link.FromId, link.ToId, link.Kind));
            if (!isNew) Report.Skip("the two questions are linked already", link.Row.Example());
            return isNew;
        });
    }

    protected override async Task Write(CommunityContext db, IReadOnlyList<ReadyLink> ready)
    {
        db.TopicLinks.AddRange(ready.Select(link => new TopicLink(link.FromId, link.ToId, link.Kind)));
        await db.SaveChangesAsync();
        await Here.Keys.Insert(db, TableNames.Links, ready.Select(link => (link.Row.Id, link.FromId)));
    }

    ReadyLink? Link(DumpRow row, IReadOnlyDictionary<long, StoredPost> posts)
    {
        var kind = row.Number("LinkTypeId");
        if (kind is not (Linked or Duplicate)) Report.Skip(FormattableString.Invariant($"links of type {kind} are not known"), row.Example());
        else if (!posts.TryGetValue(row.Number("PostId") ?? 0, out var from) || !posts.TryGetValue(row.Number("RelatedPostId") ?? 0, out var to))
            Report.Skip("one of its posts is not there", row.Example($"{row["PostId"]} to {row["RelatedPostId"]}"));
        else if (from.TopicId == to.TopicId) Report.Skip("it links a question to itself", row.Example());
        else return new ReadyLink(row, from.TopicId, to.TopicId, kind == Duplicate ? LinkKind.Duplicate : LinkKind.Related);

        return null;
    }
}
