using Community.Events;

namespace Community.Playbooks;

/// <summary>What to do when something happens that is better not answered alone: agreed on before, in steps. Each edit is a new version, and a run keeps the one of its day.</summary>
public sealed class Playbook : Entity
{
    Playbook()
    {
    }

    /// <param name="readyKey">Of a ready one that was adopted; see <see cref="ReadyPlaybooks"/>.</param>
    /// <exception cref="RefusedException">As of <see cref="PlaybookTerms.Checked"/>.</exception>
    internal Playbook(PlaybookTerms terms, string? readyKey, long actorId, DateTime now)
    {
        (ReadyKey, CreatedAt) = (readyKey, now);
        Take(terms, actorId, now);
    }

    public string Title { get; private set; } = "";

    /// <summary>Who answers for it; the present one, also for runs of older versions.</summary>
    public long OwnerId { get; private set; }

    /// <summary>Of the newest version.</summary>
    public int VersionNumber { get; private set; }

    public string? ReadyKey { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Since when it is not started any more; runs go on.</summary>
    public DateTime? RetiredAt { get; private set; }

    public long? RetiredById { get; private set; }

    public List<PlaybookVersion> Versions { get; } = [];

    /// <param name="basedOn">The version that the editor had before the eyes.</param>
    /// <exception cref="RefusedException">Somebody saved a newer version meanwhile; or as of <see cref="PlaybookTerms.Checked"/>.</exception>
    internal void Revise(PlaybookTerms terms, int basedOn, long actorId, DateTime now)
    {
        if (basedOn != VersionNumber) throw new RefusedException(Refusal.Conflict, "Somebody saved a newer version meanwhile. Open the playbook in another window, put the two together, and save again from there.");

        Take(terms, actorId, now);
    }

    /// <exception cref="RefusedException">It is so already.</exception>
    internal void Retire(bool isRetired, long actorId, DateTime now)
    {
        if (isRetired == RetiredAt is not null) throw isRetired ? new RefusedException(Refusal.Conflict, "This playbook is retired already.") : new RefusedException(Refusal.Conflict, "This playbook is in use already.");

        RetiredAt = isRetired ? now : null;
        RetiredById = isRetired ? actorId : null;
        Tell(EventKind.PlaybookChanged, now, actorId);
    }

    void Take(PlaybookTerms terms, long actorId, DateTime now)
    {
        var version = new PlaybookVersion(this, VersionNumber + 1, terms.Checked(), actorId, now);
        Versions.Add(version);
        (Title, OwnerId, VersionNumber) = (version.Title, terms.OwnerId, version.Number);
        Tell(EventKind.PlaybookChanged, now, actorId);
    }
}

/// <summary>What a playbook said from one day on; never changed.</summary>
public sealed class PlaybookVersion
{
    PlaybookVersion()
    {
    }

    internal PlaybookVersion(Playbook playbook, int number, PlaybookTerms terms, long byId, DateTime now)
    {
        (Playbook, Number, ById, At) = (playbook, number, byId, now);
        (Scenario, OtherScenario, Title, When, Reply, Hours) = (terms.Scenario, terms.OtherScenario!, terms.Title!, terms.When!, terms.Reply!, terms.Hours);
        (ApproverParty, ApproverUnitId, ApproverPersonId) = (terms.Approver?.Party, terms.Approver?.UnitId, terms.Approver?.PersonId);
        Steps.AddRange(terms.Steps.Select((step, index) => new PlaybookStep(this, index + 1, step)));
    }

    public long Id { get; private set; }

    public long PlaybookId { get; private set; }

    public Playbook Playbook { get; private set; } = null!;

    public int Number { get; private set; }

    public Scenario Scenario { get; private set; }

    public string OtherScenario { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string When { get; private set; } = "";

    public string Reply { get; private set; } = "";

    public Party? ApproverParty { get; private set; }

    public long? ApproverUnitId { get; private set; }

    public long? ApproverPersonId { get; private set; }

    /// <summary>Of working time, for all of it.</summary>
    public int Hours { get; private set; }

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public List<PlaybookStep> Steps { get; } = [];

    /// <summary>Null where the answer needs no approval.</summary>
    public Doer? Approver => ApproverParty is { } party ? new Doer(party, ApproverUnitId, ApproverPersonId) : null;
}

/// <summary>One step of a version.</summary>
public sealed class PlaybookStep
{
    PlaybookStep()
    {
    }

    internal PlaybookStep(PlaybookVersion version, int number, StepTerms terms) =>
        (Version, Number, Text, Party, UnitId, PersonId, Hours) = (version, number, terms.Text!, terms.Doer.Party, terms.Doer.UnitId, terms.Doer.PersonId, terms.Hours);

    public long VersionId { get; private set; }

    public PlaybookVersion Version { get; private set; } = null!;

    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    public Party Party { get; private set; }

    public long? UnitId { get; private set; }

    public long? PersonId { get; private set; }

    /// <summary>Of working time, from when it is its turn.</summary>
    public int Hours { get; private set; }

    public Doer Doer => new(Party, UnitId, PersonId);
}
