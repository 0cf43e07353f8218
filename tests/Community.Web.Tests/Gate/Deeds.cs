using System.Text.RegularExpressions;
using Community.Governance;

namespace Community.Web.Tests.Gate;

/// <summary>Under what an address that changes something stands.</summary>
public enum Under
{
    /// <summary>A right in the space of what it names: a row of <see cref="Rights"/>.</summary>
    Right,

    /// <summary>It reaches rows of the one alone who asks, or such as name that one; of what others may not see it says nothing.</summary>
    Own,
    Moderators,
    Administrators,

    /// <summary>Without an account.</summary>
    Open,
}

/// <summary>One line of the table.</summary>
/// <param name="Acts">Any of these is enough.</param>
public sealed record Deed(string Pattern, Under Under, params Act[] Acts)
{
    public bool Is(string template) => Regex.IsMatch(template, $"^(?:{Pattern})$", RegexOptions.CultureInvariant);

    /// <summary>Whether somebody may, who comes to a space in these capacities.</summary>
    public bool Allows(Who who) => Under switch
    {
        Under.Open => true,
        Under.Own => who != Who.Nobody,
        Under.Moderators => (who & (Who.Moderator | Who.Administrator)) != 0,
        Under.Administrators => (who & Who.Administrator) != 0,
        _ => who != Who.Nobody && Acts.Any(act => (Rights.Do[act] & (who | Who.Anybody)) != 0),
    };
}

/// <summary>Every address of the pages that changes something, with the right that it stands under. The first line that fits counts; an address without one is a failure of <see cref="DecisionTableTests"/>.</summary>
static class Deeds
{
    public static IReadOnlyList<Deed> All { get; } =
    [
        new("/admin/.*|/spaces/new", Under.Administrators),
        new("/policies/new|/policies/[^/]+/release", Under.Administrators),
        new("/moderation/(appeals|purges|people)/.*", Under.Moderators),
        new("/moderation/flags/.*", Under.Right, Act.Moderate),
        new("/(sign-in|sign-up|sign-out|reset|setup|link|mail/off)(/.*)?", Under.Open),
        // It only searches, in what the one who asks reads.
        new("/new/question/similar", Under.Open),

        new("/new/\\{kind.*|/new/question/found|/new/note/shape", Under.Right, Act.StartTopic),
        new("/topics/[^/]+/posts", Under.Right, Act.Reply, Act.Comment),
        new("/posts/[^/]+/vote", Under.Right, Act.Vote),
        new("/posts/[^/]+/helpful", Under.Right, Act.MarkHelpful),
        new("/topics/[^/]+/same", Under.Right, Act.HaveQuestion),
        new("/posts/[^/]+/(edit|history/.*)", Under.Right, Act.Revise, Act.ReviseNote, Act.Retitle),
        new("/posts/[^/]+/(withdraw|restore|unname)", Under.Right, Act.Withdraw),
        new("/posts/[^/]+/(remove|reinstate)", Under.Right, Act.Remove, Act.Moderate),
        new("/posts/[^/]+/flag", Under.Right, Act.Flag),
        new("/posts/[^/]+/(hide|lock)|/topics/[^/]+/slow", Under.Right, Act.Moderate),
        new("/posts/[^/]+/purge", Under.Right, Act.Purge),
        new("/posts/[^/]+/reports", Under.Right, Act.Report),
        new("/reports/.*", Under.Right, Act.Unreport),
        new("/tasks/.*", Under.Right, Act.AnswerTask),
        new("/posts/[^/]+/suggest|/suggestions/.*|/notes/sources/.*", Under.Own),
        new("/topics/[^/]+/accept", Under.Right, Act.Accept),
        new("/topics/[^/]+/(close|reopen)", Under.Right, Act.Close),
        new("/topics/[^/]+/convert", Under.Right, Act.Convert),
        new("/topics/[^/]+/pin", Under.Right, Act.Pin),
        new("/topics/[^/]+/move", Under.Right, Act.Move),
        new("/topics/[^/]+/rearrange", Under.Right, Act.Rearrange),
        new("/topics/[^/]+/duplicates", Under.Right, Act.MarkDuplicate),
        new("/topics/[^/]+/mask/looks", Under.Right, Act.LookBehindMask),
        new("/topics/[^/]+/still-true", Under.Right, Act.SayStillTrue),
        new("/topics/[^/]+/(appoint|check|dispute|hand-over|outdate|relieve|review|revive|settle|stewards)", Under.Right, Act.KeepNote),
        new("/questions/[^/]+/need(/end)?", Under.Right, Act.SayNeed),
        new("/questions/[^/]+/notes.*|/notes/[^/]+/questions", Under.Right, Act.AnswerWithNote),
        new("/notes/[^/]+/(merge|places|variant).*", Under.Right, Act.ReviseNote, Act.Rearrange),
        new("/trials/new|/trials/[^/]+/(observations|note)", Under.Right, Act.Try),
        new("/trials/[^/]+/.*", Under.Right, Act.KeepTrial),
        new("/paths/new", Under.Right, Act.MakePath),
        new("/paths/keep/.*", Under.Right, Act.KeepPath),
        new("/gaps/[^/]+/(dismiss|restore)", Under.Right, Act.DismissGap),
        new("/gaps/.*", Under.Right, Act.ClaimGap),
        new("/glossary/new|/terms/[^/]+/(revise|restore)", Under.Right, Act.KeepTerms),
        new("/terms/[^/]+/remove", Under.Right, Act.RemoveTerm),
        new("/tags/.*", Under.Right, Act.MakeTag),

        new("/spaces/[^/]+/join", Under.Right, Act.Join),
        new("/spaces/[^/]+/leave", Under.Own),
        new("/spaces/[^/]+/members.*", Under.Right, Act.Enrol),
        new("/spaces/[^/]+/templates.*", Under.Right, Act.KeepTemplates),
        new("/spaces/[^/]+/.*", Under.Right, Act.Charter),

        new("/guests/new", Under.Right, Act.InviteGuest),
        new("/playbooks/runs/.*|/posts/[^/]+/playbook|/guests/.*", Under.Own),
        new("/playbooks/.*", Under.Right, Act.KeepPlaybooks),

        new("/account/.*|/acts/appeals|/bench.*|/drafts.*|/feeds/.*|/finds/.*|/notifications/.*|/searches.*|/search/opened|/unread/read|/watching/.*|/attachments|/preview|/observations/.*", Under.Own),
        new("/posts/[^/]+/bookmark|/topics/[^/]+/(read|mask/off)|/invitations/.*|/questions/[^/]+/(declined|invitations)|/due/orphans|/paths/(buddies|stations).*", Under.Own),
        new("/submissions/[^/]+/(claim|give-back|judge)", Under.Right, Act.Approve),
        new("/policies/.*|/submissions/.*", Under.Own),
    ];

    public static Deed? Of(string template) => All.FirstOrDefault(deed => deed.Is(template));
}
