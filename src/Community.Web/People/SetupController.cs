using Community.People;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.People;

/// <summary>First start: there only while there is no administrator.</summary>
public sealed class SetupController(SetupState setup) : Controller, IFormAgain
{
    [HttpGet("/setup")]
    public async Task<IActionResult> Ask() => await setup.IsDone(HttpContext.RequestAborted)
        ? NotFound()
        : View("Setup", new SetupForm { Address = $"{Request.Scheme}://{Request.Host}", SignUp = "closed" });

    [HttpPost("/setup")]
    public async Task<IActionResult> Open(SetupForm form, [FromServices] SetUpInstitution setUp, [FromServices] Door door)
    {
        if (await setup.IsDone(HttpContext.RequestAborted)) return NotFound();

        var administrator = await setUp.Run(form.Answers(), HttpContext.RequestAborted);
        await door.SignIn(administrator, null, stay: true);
        return new SeeOther("/");
    }

    public Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        Task.FromResult<ViewResult?>(View("Setup", (SetupForm)arguments["form"]! with { Password = null }));
}
