using Community.Topics;
using Community.Topics.Holding;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Holding;

/// <summary>What waits before others see it: for its author, and for those who decide.</summary>
public sealed class SubmissionsController(CurrentViewer current, SubmissionLoading loading, IStringLocalizer<HoldingText> text) : Controller, IFormAgain
{
    [HttpGet("/submissions")]
    public async Task<IActionResult> Index() => (await current.Get()).IsSignedIn ? View("Own", await loading.Own(HttpContext.RequestAborted)) : NotFound();

    [HttpGet("/submissions/{id:long}")]
    public async Task<IActionResult> Show(long id)
    {
        if (!(await current.Get()).IsSignedIn || await loading.One(id, HttpContext.RequestAborted) is not { } page) return NotFound();
        if (page is { State: SubmissionState.Published, PostId: { } postId, IsOwn: true }) return new SeeOther(TopicAddress.Permalink(postId));

        return View("Submission", page);
    }

    [HttpPost("/submissions/{id:long}")]
    public async Task<IActionResult> Resend(long id, SubmissionForm form, [FromServices] ResendSubmission resend)
    {
        await resend.Run(current.PersonId, id, form.Title, form.Body, form.Justification, HttpContext.RequestAborted);
        return Said(text["Sent. It waits for somebody to look."], $"/submissions/{id}");
    }

    /// <summary>Takes it back, and puts the text where it was written, as a draft.</summary>
    [HttpPost("/submissions/{id:long}/undo")]
    public async Task<IActionResult> Undo(long id, [FromServices] UndoSubmission undo, [FromServices] SaveDraft save)
    {
        var submission = await undo.Run(current.PersonId, id, HttpContext.RequestAborted);
        var request = submission.ToRequest();
        var (place, back) = request switch
        {
            HeldTopic topic => (DraftPlace.New(topic.Kind), $"/new/{topic.Kind.ToString().ToLowerInvariant()}"),
            HeldPost { Part: Part.Comment, ParentId: { } parent } => (DraftPlace.CommentUnder(parent), TopicAddress.Permalink(parent)),
            HeldPost post => (DraftPlace.ReplyIn(post.TopicId), FormattableString.Invariant($"/threads/{post.TopicId}")),
            HeldEdit edit => (DraftPlace.EditOf(edit.PostId), FormattableString.Invariant($"/posts/{edit.PostId}/edit")),
            _ => throw new InvalidOperationException(),
        };
        try
        {
            await save.Run(current.PersonId, place, await loading.AsDraft(request, HttpContext.RequestAborted), null, HttpContext.RequestAborted);
        }
        catch (StaleDraftException)
        {
            // Something newer is kept there; the page of what was taken back still shows this text.
            return Said(text["Taken back: no reader has seen it."], $"/submissions/{id}");
        }

        return Said(text["Taken back: no reader has seen it. The text is a draft again."], back);
    }

    [HttpGet("/moderation/queue")]
    public async Task<IActionResult> Queue(long? after, long? item, bool done = false)
    {
        if (!await loading.MayJudge()) return NotFound();

        return View("Queue", await loading.Queue(done, after, item, HttpContext.RequestAborted));
    }

    [HttpPost("/submissions/{id:long}/claim")]
    [ReadsNoForm]
    public async Task<IActionResult> Claim(long id, [FromServices] ClaimSubmission claim)
    {
        await claim.Run(current.PersonId, id, true, HttpContext.RequestAborted);
        return new SeeOther(FormattableString.Invariant($"/moderation/queue?item={id}"));
    }

    [HttpPost("/submissions/{id:long}/give-back")]
    [ReadsNoForm]
    public async Task<IActionResult> GiveBack(long id, [FromServices] ClaimSubmission claim)
    {
        await claim.Run(current.PersonId, id, false, HttpContext.RequestAborted);
        return new SeeOther("/moderation/queue");
    }

    [HttpPost("/submissions/{id:long}/judge")]
    public async Task<IActionResult> Judge(long id, JudgementForm form, [FromServices] JudgeSubmission judge)
    {
        var verdict = form.Verdict switch { "approve" => SubmissionState.Released, "return" => SubmissionState.Returned, "decline" => SubmissionState.Declined, _ => throw new RefusedException(Refusal.Invalid, "Approve it, return it or decline it.") };
        await judge.Run(current.PersonId, id, verdict, string.Join("\n", new[] { form.Template, form.Note }.Where(part => !string.IsNullOrWhiteSpace(part))), form.Version, HttpContext.RequestAborted);
        return Said(verdict switch { SubmissionState.Released => text["Approved: it is posted in a moment."], SubmissionState.Returned => text["Returned to its author, with your reason."], _ => text["Declined; its author reads your reason."] }, "/moderation/queue");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (arguments.TryGetValue("id", out var id) && id is long number && await loading.One(number, HttpContext.RequestAborted) is { } page)
        {
            if (arguments.TryGetValue("form", out var form) && form is SubmissionForm typed) page = page with { Body = typed.Body, Title = typed.Title ?? page.Title, Justification = typed.Justification ?? "" };
            ViewData["Judged"] = form as JudgementForm;
            return View("Submission", page);
        }

        return null;
    }

    SeeOther Said(string sentence, string to)
    {
        TempData["Said"] = sentence;
        return new SeeOther(to);
    }
}

/// <summary>What its author mended.</summary>
public sealed record SubmissionForm
{
    public string? Title { get; init; }

    public string Body { get; init; } = "";

    public string? Justification { get; init; }
}

/// <summary>What was decided.</summary>
public sealed record JudgementForm
{
    /// <summary>approve, return or decline.</summary>
    public string? Verdict { get; init; }

    /// <summary>The text that was read.</summary>
    public int Version { get; init; }

    /// <summary>A reason from the list.</summary>
    public string? Template { get; init; }

    public string? Note { get; init; }
}
