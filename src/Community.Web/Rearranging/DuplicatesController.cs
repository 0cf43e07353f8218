using Community.Governance;
using Community.Questions.Duplicates;
using Community.Search;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Rearranging;

/// <summary>Saying that a question was asked before, and where.</summary>
[Route("/topics/{id:long}/duplicates")]
public sealed class DuplicatesController(CurrentViewer current, TopicLoading topics, DuplicateProposals proposals, Looks looks, IStringLocalizer<RearrangingText> text) : Controller, IFormAgain
{
    [HttpGet("")]
    public async Task<IActionResult> Show(long id)
    {
        if (await Find(id) is not { } question) return NotFound();

        await looks.Record(question.SpaceId);
        return View("Duplicates", await Page(question, new DuplicateForm()));
    }

    [HttpPost("")]
    public async Task<IActionResult> Mark(long id, DuplicateForm form, [FromServices] MarkDuplicate mark)
    {
        var original = NamedTopic.Id(form.Other) ?? (string.IsNullOrWhiteSpace(form.Other) ? NamedTopic.Id(form.Of) : null)
            ?? throw new RefusedException(Refusal.Invalid, "Choose the question that was asked before, or type its address.") { Field = "Of" };
        await mark.Run(current.PersonId, id, original, form.Reason ?? "", HttpContext.RequestAborted);
        TempData["Said"] = text["Closed. It leads to the question that was asked before, and who follows it follows that one."].Value;
        return new SeeOther(await topics.Find(id) is { } question ? (await topics.Head(question)).Address : "/");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action == nameof(Mark) && await topics.Find((long)arguments["id"]!) is { } question && (await topics.Head(question)).May.MarkDuplicate ? View("Duplicates", await Page(question, (DuplicateForm)arguments["form"]!)) : null;

    async Task<DuplicatesPage> Page(Topic question, DuplicateForm form) => new(await topics.Head(question), form, await proposals.Of(question, await current.Get(), HttpContext.RequestAborted));

    /// <exception cref="RefusedException">It is others' to close, or closed already.</exception>
    async Task<Topic?> Find(long id)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn || await topics.Find(id) is not { Kind: TopicKind.Question, Standing: Standing.Published } question) return null;
        if (!viewer.May(Act.MarkDuplicate, question.SpaceId, question.AuthorId == viewer.PersonId ? Who.Starter : Who.Nobody))
            throw new RefusedException(Refusal.Forbidden, "Who asked, a steward or a moderator says that a question was asked before.");
        return !question.IsClosed ? question : throw new RefusedException(Refusal.Conflict, "This topic is closed already.");
    }
}
