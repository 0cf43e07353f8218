namespace Community.Web.Live;

/// <summary>What a browser is told of an event: ids only; it fetches the rest over HTTP, where the gate stands.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Kind">The event's kind as the lower-case word, or "reload" where too much was missed.</param>
public sealed record Changed(long Id, string Kind, long? TopicId, long? PostId);
