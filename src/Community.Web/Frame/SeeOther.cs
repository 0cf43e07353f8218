using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Frame;

/// <summary>303 after a form was taken: the browser goes on with GET, and reloading sends nothing twice.</summary>
public sealed class SeeOther(string path) : StatusCodeResult(StatusCodes.Status303SeeOther)
{
    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.Headers.Location = path;
        base.ExecuteResult(context);
    }
}
