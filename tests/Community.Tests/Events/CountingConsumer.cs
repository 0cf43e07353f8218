using System.Collections.Concurrent;
using Community.Events;
using Community.Store;
using Community.Topics;

namespace Community.Tests.Events;

/// <summary>A consumer whose effect can be counted: a bookmark by the reader on every post that was started or answered.</summary>
public sealed class CountingConsumer(Village village, long readerId, CommunityStore? store = null) : StoredConsumer(store ?? village.Store, village.Clock)
{
    public override string Name => "counting";

    /// <summary>Throws where it says so; it may look at the event.</summary>
    public Action<Event>? Trouble { get; set; }

    /// <summary>Every event that it was given, doubles included.</summary>
    public ConcurrentQueue<long> Given { get; } = new();

    protected override async Task Apply(CommunityContext db, Event happened, CancellationToken stop)
    {
        Given.Enqueue(happened.Id);
        if (happened.Kind is EventKind.Started && await db.Bookmarks.FindAsync([readerId, happened.SubjectId], stop) is null)
            db.Bookmarks.Add(new Bookmark(readerId, happened.SubjectId, happened.At));
        Trouble?.Invoke(happened);
    }
}
