using Community.Governance;
using Community.Store;

namespace Community.Search.Gaps;

/// <summary>One way of knowing that others have a question, too. <see cref="AskedAgain"/> adds all ways up; a further one is a class beside these.</summary>
public interface IAlsoAsked
{
    /// <summary>How many others had each question, as far as this viewer may see what tells it. Questions themselves pass the gate later.</summary>
    Task<IReadOnlyDictionary<long, int>> Count(CommunityContext db, Viewer viewer, CancellationToken stop);
}
