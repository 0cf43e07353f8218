using Community.Governance;

namespace Community.Experts;

/// <summary>Somebody who has shown knowledge of what was asked, with the posts that show it.</summary>
/// <param name="Score">Orders people of one asking; it means nothing beside another asking's.</param>
/// <param name="Evidence">What counts most first, at most <see cref="WhoKnows.MostEvidence"/>.</param>
public sealed record RankedPerson(long Id, string Name, string? Unit, double Score, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>How many there are of each kind, also of what is not among <see cref="Evidence"/>.</summary>
    public IReadOnlyDictionary<EvidenceKind, int> Counts { get; init; } = new Dictionary<EvidenceKind, int>();

    /// <summary>Where the evidence stands.</summary>
    public IReadOnlySet<long> SpaceIds { get; init; } = new HashSet<long>();

    /// <summary>When the newest of it was written.</summary>
    public DateTime LastAt { get; init; }

    /// <summary>The job title.</summary>
    public string Position { get; init; } = "";

    public Role Role { get; init; }

    /// <summary>When the account was closed: the person left, and comes after those who are here.</summary>
    public DateTime? LeftAt { get; init; }

    /// <summary>Came in by an import; nobody signs in as them.</summary>
    public bool IsImported { get; init; }

    /// <summary>Hidden, or does not want to be asked about this: nobody but the person is told of them.</summary>
    public bool IsHidden { get; init; }

    public bool IsGuest => Role == Role.Guest;
}

/// <summary>A post that shows what somebody knows.</summary>
/// <param name="Why">In a few plain words, such as <c>answer, accepted</c>.</param>
/// <param name="At">When it was written; of a revision when that was saved.</param>
public sealed record Evidence(long TopicId, long PostId, string Title, EvidenceKind Kind, string Why, DateTime At);

/// <summary>
/// What a post is as evidence; a report shows that its maker has done what the post says, a refinement that those who keep the note took in what was suggested, and distilled is a note that somebody's words went
/// into; named is who was said to know the answer by somebody who was asked, and who said "not me" has that against them; helped is for whom an answer also worked; found is what
/// somebody was about to ask and found answered there. Thanks will stand beside these.
/// </summary>
public enum EvidenceKind { AcceptedAnswer, Answer, Note, Revision, Thread, Reply, Comment, Report, Refinement, Distilled, Named, NotMe, Helped, Found }

/// <summary>A post that fits what was asked.</summary>
public sealed record RelevantPost(long PostId, double Score);
