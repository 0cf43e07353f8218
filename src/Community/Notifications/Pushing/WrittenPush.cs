using System.Text.Json.Serialization;

namespace Community.Notifications.Pushing;

/// <summary>Makes what a push says when its turn has come, as its person may read it at that moment.</summary>
public interface IWritePushes
{
    /// <returns>Null when there is nothing to tell any more.</returns>
    Task<WrittenPush?> Write(Push push, CancellationToken stop);
}

/// <summary>What stands on a lock screen: a topic's title and who did what, and nothing of what was written.</summary>
/// <param name="Tag">What it is about: a newer one takes the place of an older one with the same.</param>
/// <param name="Url">Where it leads, from the root of the site.</param>
public sealed record WrittenPush(string Title, string Body, string Tag, string Url)
{
    /// <summary>The newest notice that it tells; 0 for none.</summary>
    [JsonIgnore]
    public long UpToNoticeId { get; init; }
}
