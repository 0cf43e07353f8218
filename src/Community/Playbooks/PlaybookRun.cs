using Community.Events;
using Community.Questions.Promise;
using Community.Topics;

namespace Community.Playbooks;

/// <summary>A playbook at work, because of a post. Its steps come one after the other; all methods need <see cref="Steps"/> and <see cref="Version"/> with its steps.</summary>
public sealed class PlaybookRun : Entity
{
    public const int MaxWhyLength = 500;
    public const int MaxOutcomeLength = 1_000;

    PlaybookRun()
    {
    }

    /// <exception cref="RefusedException">There is no reason, or it is too long.</exception>
    internal PlaybookRun(PlaybookVersion version, long postId, long starterId, string? why, WorkingCalendar calendar, DateTime now)
    {
        (Version, Playbook, PostId, StarterId, Why, StartedAt, DueAt) = (version, version.Playbook, postId, starterId, Said(why, MaxWhyLength, nameof(Why)), now, calendar.Add(now, TimeSpan.FromHours(version.Hours)));
        Steps.AddRange(version.Steps.Select(step => new RunStep(this, step.Number)));
        Tell(EventKind.RunChanged, now, starterId);
        OpenNext(starterId, calendar, now);
    }

    public long PlaybookId { get; private set; }

    public Playbook Playbook { get; private set; } = null!;

    public long VersionId { get; private set; }

    /// <summary>What the playbook said when it was started.</summary>
    public PlaybookVersion Version { get; private set; } = null!;

    /// <summary>Because of what; who does not see it sees nothing of the run.</summary>
    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public long StarterId { get; private set; }

    public string Why { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    /// <summary>When all of it should be done.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>When starter and owner were told that it is late.</summary>
    public DateTime? RemindedAt { get; private set; }

    public RunState State { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public long? EndedById { get; private set; }

    /// <summary>What came of it, or why it was stopped.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>What somebody would answer, for who approves it.</summary>
    public string Reply { get; private set; } = "";

    public long? ReplyById { get; private set; }

    /// <summary>Grows with each text: who decides says on which one.</summary>
    public int ReplyVersion { get; private set; }

    /// <summary>Who decided on this text.</summary>
    public long? DecidedById { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public bool IsApproved { get; private set; }

    /// <summary>What who decided says to who wrote it.</summary>
    public string DecisionNote { get; private set; } = "";

    public List<RunStep> Steps { get; } = [];

    /// <summary>Whose turn it is; null when nothing is left.</summary>
    public RunStep? Current => State == RunState.Open ? Steps.Where(step => step.State == StepState.Open).MinBy(step => step.Number) : null;

    public bool ReplyWaits => State == RunState.Open && ReplyVersion > 0 && DecidedAt is null;

    public PlaybookStep StepOf(int number) => Version.Steps.First(step => step.Number == number);

    /// <exception cref="RefusedException">It is not its turn, or somebody else has it.</exception>
    internal void Take(int number, bool isTaken, long personId, bool isLeader, DateTime now)
    {
        var step = Turn(number);
        if (isTaken) step.Take(personId, now);
        else step.GiveBack(personId, isLeader);
        Tell(EventKind.RunChanged, now, personId);
    }

    /// <summary>Ends a step; the next one has its turn.</summary>
    /// <exception cref="RefusedException">It is not its turn, somebody else has it, or a skipped one has no reason.</exception>
    internal void End(int number, StepState state, string? line, long personId, bool isLeader, WorkingCalendar calendar, DateTime now)
    {
        Turn(number).End(state, line, personId, isLeader, now);
        Tell(EventKind.RunChanged, now, personId);
        OpenNext(personId, calendar, now);
    }

    /// <exception cref="RefusedException">It has ended, needs no approval, or there is no text.</exception>
    internal void Propose(string? text, long personId, DateTime now)
    {
        DemandOpen();
        if (Version.Approver is null) throw new RefusedException(Refusal.Conflict, "This playbook's answer needs no approval. Open it as a draft.");

        Reply = Said(text, PlaybookTerms.MaxReplyLength, nameof(Reply));
        (ReplyById, DecidedById, DecidedAt, IsApproved, DecisionNote) = (personId, null, null, false, "");
        ReplyVersion++;
        Tell(EventKind.ReplyProposed, now, personId);
    }

    /// <exception cref="RefusedException">It is the own text, another text came meanwhile, somebody decided already, or there is no reason.</exception>
    internal void Decide(bool isApproved, string? note, int version, long personId, DateTime now)
    {
        DemandOpen();
        if (ReplyVersion == 0) throw new RefusedException(Refusal.Conflict, "Nobody has written an answer yet.");
        if (personId == ReplyById) throw new RefusedException(Refusal.Forbidden, "Nobody approves their own answer.");
        if (version != ReplyVersion) throw new RefusedException(Refusal.Conflict, "Another answer was sent meanwhile. Read that one, and decide on it.");
        if (DecidedAt is not null) throw new RefusedException(Refusal.Conflict, "Somebody decided on this answer meanwhile.");

        DecisionNote = isApproved && string.IsNullOrWhiteSpace(note) ? "" : Said(note, MaxWhyLength, "Note");
        (DecidedById, DecidedAt, IsApproved) = (personId, now, isApproved);
        Tell(EventKind.ReplyDecided, now, personId);
    }

    /// <exception cref="RefusedException">It has ended, something is left to do, or nobody said what came of it.</exception>
    internal void End(RunState state, string? outcome, long personId, DateTime now)
    {
        DemandOpen();
        if (state == RunState.Finished && Current is not null) throw new RefusedException(Refusal.Conflict, "There are steps left. Finish or skip them first, or stop the run and say why.");

        (Outcome, State, EndedAt, EndedById) = (Said(outcome, MaxOutcomeLength, nameof(Outcome)), state, now, personId);
        Tell(EventKind.RunChanged, now, personId);
    }

    /// <summary>Says once of each that it is late.</summary>
    internal void Remind(DateTime now)
    {
        if (Current is { RemindedAt: null } step && step.DueAt <= now) step.Remind(now);
        if (RemindedAt is null && DueAt <= now) RemindedAt = now;
        Tell(EventKind.RunLate, now, null);
    }

    void OpenNext(long actorId, WorkingCalendar calendar, DateTime now)
    {
        if (Current is not { } next) return;

        next.Open(now, calendar.Add(now, TimeSpan.FromHours(StepOf(next.Number).Hours)));
        Tell(EventKind.StepOpened, now, actorId);
    }

    RunStep Turn(int number)
    {
        DemandOpen();
        var step = Steps.Find(one => one.Number == number) ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        if (step.State != StepState.Open) throw new RefusedException(Refusal.Conflict, "This step is done already.");
        return step == Current ? step : throw new RefusedException(Refusal.Conflict, "It is not this step's turn yet. The ones before it come first.");
    }

    void DemandOpen()
    {
        if (State != RunState.Open) throw new RefusedException(Refusal.Conflict, "This run has ended.");
    }

    static string Said(string? text, int most, string field) => (text ?? "").Trim() is { Length: > 0 } said && said.Length <= most ? said
        : throw new RefusedException(Refusal.Invalid, "Say it in 1 to {0} characters; those concerned read it.", most) { Field = field };
}
