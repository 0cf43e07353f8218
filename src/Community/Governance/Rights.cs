using static Community.Governance.Who;

namespace Community.Governance;

/// <summary>Who may what, until a space says otherwise: the one table. Later capabilities add rows and columns to it.</summary>
public static class Rights
{
    const Who Writers = Staff | Member;
    const Who Keepers = Steward | Moderator | Administrator;

    /// <summary>Who reads a space of a tier.</summary>
    public static readonly IReadOnlyDictionary<Tier, Who> Read = new Dictionary<Tier, Who>
    {
        [Tier.Unit] = Member | Administrator,
        [Tier.Institution] = Staff,
        [Tier.Partners] = Staff | Member,
        [Tier.Public] = Anybody,
    };

    /// <summary>Who, of those who can read, may do what.</summary>
    public static readonly IReadOnlyDictionary<Act, Who> Do = new Dictionary<Act, Who>
    {
        [Act.StartTopic] = Writers,
        [Act.Reply] = Writers,
        [Act.Comment] = Writers,
        [Act.Vote] = Writers,
        [Act.MakeTag] = Writers,
        [Act.KeepTerms] = Writers,
        [Act.RemoveTerm] = Keepers,
        [Act.Revise] = Author | Moderator | Administrator,
        [Act.ReviseNote] = Author | NoteSteward | Steward | Administrator,
        [Act.Retitle] = Starter | NoteSteward | Keepers,
        [Act.Withdraw] = Author,
        [Act.Accept] = Starter | Keepers,
        [Act.Close] = Starter | Keepers,
        [Act.Convert] = Starter | Keepers,
        [Act.Pin] = Keepers,
        [Act.Remove] = Moderator | Administrator,
        [Act.Move] = Moderator | Administrator,
        [Act.Join] = Staff,
        [Act.Enrol] = Steward | Administrator,
        [Act.Charter] = Steward | Administrator,
        [Act.ClaimGap] = Staff,
        [Act.DismissGap] = Keepers,
        [Act.Report] = Writers,
        [Act.Unreport] = Author | Moderator | Administrator,
        [Act.AnswerTask] = Author | NoteSteward | Steward | Administrator,
        [Act.Try] = Writers,
        [Act.KeepTrial] = Author | Steward | Administrator,
        [Act.KeepNote] = NoteSteward | Steward | Administrator,
        [Act.SayStillTrue] = Writers,
        [Act.MakePath] = Staff,
        [Act.KeepPath] = Author | Steward | Administrator,
        [Act.KeepTemplates] = Steward | Administrator,
        [Act.LookBehindMask] = Steward,
        [Act.MarkDuplicate] = Starter | Keepers,
        [Act.MarkHelpful] = Writers,
        [Act.HaveQuestion] = Writers,
        [Act.Rearrange] = Keepers,
        [Act.SayNeed] = Starter | Keepers,
        [Act.Flag] = Anybody,
        [Act.Moderate] = Keepers,
        [Act.Purge] = Moderator | Administrator,
        [Act.AnswerWithNote] = Starter | Author | NoteSteward | Keepers,
        [Act.Approve] = Keepers,
        [Act.InviteGuest] = Member | Steward | Administrator,
        [Act.KeepPlaybooks] = Moderator | Administrator,
    };

    /// <summary>What a space may say otherwise, and how: the first choice is what holds where it says nothing. Administrators can do all of it anyway.</summary>
    public static readonly IReadOnlyDictionary<Act, IReadOnlyList<Who>> Choices = new Dictionary<Act, IReadOnlyList<Who>>
    {
        [Act.StartTopic] = [Writers, Member | Keepers, Keepers],
        [Act.Reply] = [Writers, Member | Keepers, Keepers],
        [Act.Comment] = [Writers, Member | Keepers, Keepers],
        [Act.Revise] = [Author | Moderator | Administrator, Author | Keepers],
        [Act.ReviseNote] = [Author | NoteSteward | Steward | Administrator, Author | NoteSteward | Steward | Administrator | Member],
        [Act.Remove] = [Moderator | Administrator, Keepers],
        [Act.Approve] = [Keepers, Steward | Administrator, Moderator | Administrator],
        [Act.InviteGuest] = [Member | Steward | Administrator, Steward | Administrator],
    };

    /// <summary>Tiers that staff may join and leave by themselves; to a Unit space a steward adds them.</summary>
    public static readonly IReadOnlySet<Tier> OpenToJoin = new HashSet<Tier> { Tier.Institution, Tier.Partners, Tier.Public };
}
