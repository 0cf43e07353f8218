using Community.Events;
using Community.Governance;

namespace Community.Web.Topics;

/// <summary>
/// Which topics stand in a list, as one reader sees it, in memory until anything at all happens. What a list depends on beyond the log, as what somebody has read or
/// kept, may not be in it.
/// </summary>
public sealed class KnownLists : IForgets
{
    const int MostLists = 5_000;

    readonly Recent recent;
    readonly Remembered<ListKey, TopicIds> known = new(MostLists);

    public KnownLists(Recent recent)
    {
        this.recent = recent;
        recent.Tell(this);
    }

    public async Task<TopicIds> Ids(ListKey list, Func<Task<TopicIds>> read)
    {
        await recent.CatchUp();
        if (known.TryGet(list, out var kept)) return kept;

        var round = known.Round;
        var found = await read();
        known.Keep(list, found, round);
        return found;
    }

    void IForgets.Forget(Event happened) => known.ForgetAll();

    void IForgets.ForgetAll() => known.ForgetAll();
}

/// <param name="Viewer">Who reads it: another object whenever somebody's rights were read anew, so that what a request read with rights that were just lost is never found again.</param>
/// <param name="Name">Which list: another one for every filter.</param>
/// <param name="After">Where the page begins.</param>
public sealed record ListKey(Viewer Viewer, string Name, TopicOrder Order, (DateTime At, long Id)? After, int Size);
