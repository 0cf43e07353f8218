namespace Community.Web.Live;

/// <summary>Tells the pages that a person has open what their bell shows now.</summary>
public sealed class Bells
{
    readonly LiveNotices notices;

    internal Bells(LiveNotices notices) => this.notices = notices;

    public Task Ring(long personId, CancellationToken stop = default) => notices.Tell(personId, stop);
}
