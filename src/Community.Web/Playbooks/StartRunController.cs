using System.Globalization;
using Community.People;
using Community.Playbooks;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Spaces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Playbooks;

/// <summary>Chooses a playbook for a post, and starts it.</summary>
public sealed class StartRunController(CommunityContext db, CurrentViewer current, PlaybookReading playbooks, RunReading runs, Looks looks, IStringLocalizer<PlaybooksText> text) : Controller, IFormAgain
{
    [HttpGet("/posts/{id:long}/playbook")]
    public async Task<IActionResult> Choose(long id, long? playbook) => await Page(id, new StartRunForm { PlaybookId = playbook, Key = Guid.NewGuid().ToString("N") }) is { } page ? View("Start", page) : NotFound();

    [HttpPost("/posts/{id:long}/playbook")]
    public async Task<IActionResult> Start(long id, StartRunForm form, [FromServices] StartRun start)
    {
        var playbook = form.PlaybookId ?? throw new RefusedException(Refusal.Invalid, "Choose a playbook.") { Field = nameof(form.PlaybookId) };
        var run = await start.Run(current.PersonId, id, playbook, form.Why, Once.OfForm(form.Key, playbook.ToString(CultureInfo.InvariantCulture), form.Why), HttpContext.RequestAborted);
        TempData["Said"] = text["Started. Whoever has the first step has a notice of it."].Value;
        return new SeeOther(RunAddress.Of(run));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action == nameof(Start) && await Page((long)arguments["id"]!, (StartRunForm)arguments["form"]!) is { } page ? View("Start", page) : null;

    /// <summary>Null for guests, and where the post is not there for this person.</summary>
    async Task<StartRunPage?> Page(long postId, StartRunForm form)
    {
        if (await current.Get() is not { IsStaff: true } viewer || await runs.Post(postId) is not { IsReadable: true } post) return null;

        await looks.Record(post.SpaceId);
        return new StartRunPage(post, await playbooks.Rows(db.Playbooks.Where(p => p.RetiredAt == null)), await runs.OnPost(postId), form, viewer.KeepsPlaybooks);
    }
}
