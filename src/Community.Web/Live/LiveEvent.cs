using Community.Events;
using Community.Governance;
using Community.Topics;

namespace Community.Web.Live;

/// <summary>An event together with the present state of what it is about, on which rests who may hear of it.</summary>
sealed record LiveEvent(Event Happened, LiveSubject? Topic, LiveSubject? Post)
{
    public Changed Changed { get; } = new(Happened.Id, Word(Happened.Kind), Happened.TopicId, Happened.PostId);

    /// <summary>Of an event in a run of a playbook: the run, with the space of its post. The browser is told that it changed, and fetches it through its gate.</summary>
    public LiveRun? Run { get; init; }

    /// <summary>Null of what stands in none.</summary>
    public long? SpaceId => Run?.SpaceId ?? Topic?.SpaceId;

    /// <summary>The watches that want it, the narrowest first.</summary>
    public IEnumerable<LiveWatch> Watches
    {
        get
        {
            if (Run is not null) yield return LiveWatch.Run(Run.Id);
            if (Topic is null) yield break;

            yield return LiveWatch.Topic(Topic.Id);
            if (Happened.Kind != EventKind.Started) yield break;

            yield return LiveWatch.List(Topic.SpaceId);
            yield return LiveWatch.List(0);
        }
    }

    /// <summary>Whether rights may be others from here on.</summary>
    public bool ChangesRights => Happened.Kind is EventKind.Joined or EventKind.Left or EventKind.Rechartered or EventKind.PersonChanged or EventKind.Opened;

    public bool IsVisibleTo(Viewer viewer) => Run is { } run ? viewer.IsStaff && viewer.CanRead(run.SpaceId) :
        Topic is not null && viewer.CanRead(Topic.SpaceId) && Topic.IsShownTo(viewer) && (Post is null ? Happened.PostId is null : Post.IsShownTo(viewer));

    /// <summary>Never sent: imports, which would flood; and reads on record, which concern nobody who watches.</summary>
    public static bool IsSent(EventKind kind) => kind is not (EventKind.Imported or EventKind.Looked);

#pragma warning disable CA1308 // kinds are lower-case words in the contract
    static string Word(EventKind kind) => kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}

/// <summary>A topic or post as it is now.</summary>
sealed record LiveSubject(long Id, long SpaceId, Standing Standing, long AuthorId)
{
    public bool IsShownTo(Viewer viewer) => Standing is not (Standing.Draft or Standing.Held) || viewer.Is(AuthorId);
}

/// <summary>A run of a playbook, and where its post stands now.</summary>
sealed record LiveRun(long Id, long SpaceId);
