using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Spaces;

/// <summary>Who may do what in a space: for everybody to read, for its stewards to choose.</summary>
public sealed class SpaceRulesController(CommunityContext db, CurrentViewer current, RuleWords words, IStringLocalizer<SpacesText> text) : Controller, IFormAgain
{
    [HttpGet("/spaces/{slug}/rules")]
    public async Task<IActionResult> Show(string slug) => (await current.Get()).IsSignedIn && await Page(slug) is { } page ? View("Rules", page) : NotFound();

    /// <param name="rule">The place of each act's rule, in the order of the page.</param>
    [HttpPost("/spaces/{slug}/rules")]
    public async Task<IActionResult> Save(string slug, int[] rule, [FromServices] RuleSpace ruling)
    {
        if (rule.Length != Rights.Choices.Count) throw new RefusedException(Refusal.Invalid, "Choose one of the rules that there are.");

        await ruling.Run(current.PersonId, slug, Rights.Choices.Keys.Zip(rule).ToDictionary(), HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther("/spaces/" + slug);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => await Page((string)arguments["slug"]!) is { } page ? View("Rules", page) : null;

    async Task<SpaceRulesPage?> Page(string slug)
    {
        var viewer = await current.Get();
        if (await db.Spaces.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(s => s.Slug == slug) is not { } space) return null;

        var chosen = SpaceRules.Chosen(space.Rules);
        return new SpaceRulesPage(slug, space.Name, [.. Rights.Choices.Select(pair => new SpaceRuleRow(pair.Key, words.Of(pair.Key), [.. pair.Value.Select(words.Of)], chosen[pair.Key]))], viewer.May(Act.Charter, space.Id));
    }
}

/// <summary>The rules of a space.</summary>
/// <param name="MayChange">The reader chooses them.</param>
public sealed record SpaceRulesPage(string Slug, string Space, IReadOnlyList<SpaceRuleRow> Rules, bool MayChange);

/// <summary>What is done, by whom it may be, and which of that holds.</summary>
public sealed record SpaceRuleRow(Act Act, string Does, IReadOnlyList<string> Choices, int Chosen);

/// <summary>Rights in words.</summary>
public sealed class RuleWords(IStringLocalizer<SpacesText> text)
{
    /// <summary>What is done, as in "who may …".</summary>
    public string Of(Act act) => act switch
    {
        Act.StartTopic => text["start a topic"],
        Act.Reply => text["reply and answer"],
        Act.Comment => text["comment"],
        Act.Revise => text["change what others wrote, beside its author"],
        Act.ReviseNote => text["revise a practice note"],
        Act.Remove => text["remove a post and bring it back"],
        Act.Approve => text["look at what waits before others see it"],
        Act.InviteGuest => text["invite a guest from outside, as staff"],
        Act.Vote => text["vote"],
        Act.MakeTag => text["make a subject"],
        Act.KeepTerms => text["add a word to the glossary, and change one"],
        Act.RemoveTerm => text["take a word out of the glossary"],
        Act.Retitle => text["change a topic's title and subjects"],
        Act.Withdraw => text["take a post back"],
        Act.Accept => text["accept an answer"],
        Act.Close => text["close a topic and open it again"],
        Act.Convert => text["make a thread a question, and back"],
        Act.Pin => text["pin a topic"],
        Act.Move => text["move a topic to another space"],
        Act.Join => text["join and leave"],
        Act.Enrol => text["bring others in, and take them out"],
        Act.Charter => text["change the space's name, purpose, readers and rules"],
        Act.ClaimGap => text["take up a gap"],
        Act.DismissGap => text["put a gap out of sight"],
        Act.Report => text["say whether something worked"],
        Act.Unreport => text["take such a report back"],
        Act.AnswerTask => text["answer what failed"],
        Act.Try => text["start a trial and write down what was seen"],
        Act.KeepTrial => text["change a trial and decide on it"],
        Act.KeepNote => text["check a note and choose who keeps it"],
        Act.SayStillTrue => text["say whether a note is still true"],
        Act.MakePath => text["begin a path"],
        Act.KeepPath => text["change a path"],
        Act.KeepTemplates => text["give the space templates"],
        Act.LookBehindMask => text["look who asked without a name, on record"],
        Act.MarkDuplicate => text["say that a question was asked before"],
        Act.MarkHelpful => text["say that an answer worked, too"],
        Act.HaveQuestion => text["say that one has a question, too"],
        Act.Rearrange => text["bring posts into another topic"],
        Act.SayNeed => text["say by when an answer is needed"],
        Act.Flag => text["flag a post"],
        Act.Moderate => text["hide a post until it is decided, slow down and lock"],
        Act.Purge => text["erase a text for good, with a second person"],
        Act.AnswerWithNote => text["say that a note answers a question"],
        Act.KeepPlaybooks => text["write playbooks, change and retire them"],
        _ => act.ToString(),
    };

    /// <summary>By whom.</summary>
    public string Of(Who who) => string.Join(", ", Each(who));

    IEnumerable<string> Each(Who who)
    {
        if ((who & Who.Anybody) != 0) yield return text["anybody"];
        if ((who & Who.Staff) != 0) yield return text["all staff who read it"];
        if ((who & Who.Member) != 0) yield return text["members of the space"];
        if ((who & Who.Author) != 0) yield return text["its author"];
        if ((who & Who.Starter) != 0) yield return text["who started the topic"];
        if ((who & Who.NoteSteward) != 0) yield return text["who keeps the note"];
        if ((who & Who.Steward) != 0) yield return text["stewards"];
        if ((who & Who.Moderator) != 0) yield return text["moderators"];
        if ((who & Who.Administrator) != 0) yield return text["administrators"];
    }
}

/// <summary>The whole table of rights, for administrators.</summary>
[People.AdministratorsOnly]
public sealed class RightsController(RuleWords words) : Controller
{
    [HttpGet("/admin/rights")]
    public IActionResult Show() => View("Rights", new RightsPage([.. Enum.GetValues<Tier>().Select(tier => new TierRow(tier, words.Of(Rights.Read[tier])))],
        [.. Enum.GetValues<Act>().Select(act => new RightRow(words.Of(act), Rights.Do[act], Rights.Choices.TryGetValue(act, out var choices) ? [.. choices.Skip(1).Select(words.Of)] : []))]));
}

/// <summary>Who reads, who does what, and what a space may say otherwise.</summary>
public sealed record RightsPage(IReadOnlyList<TierRow> Tiers, IReadOnlyList<RightRow> Rights)
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<Who> Columns { get; } = [Who.Staff, Who.Member, Who.Author, Who.Starter, Who.NoteSteward, Who.Steward, Who.Moderator, Who.Administrator];
}

/// <summary>Who reads a space of a tier.</summary>
public sealed record TierRow(Tier Tier, string Readers);

/// <summary>Who may do something.</summary>
/// <param name="Otherwise">By whom else, where a space says so.</param>
public sealed record RightRow(string Does, Who Who, IReadOnlyList<string> Otherwise);
