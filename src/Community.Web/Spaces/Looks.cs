using Community.Spaces;
using Community.Web.Frame;

namespace Community.Web.Spaces;

/// <summary>An administrator who reads in a Unit space without being its member leaves a trace; every page that shows something of one calls this.</summary>
public sealed class Looks(CurrentViewer current, LookIntoSpace look, IHttpContextAccessor http)
{
    public async Task Record(long spaceId)
    {
        var viewer = await current.Get();
        if (viewer.In(spaceId) is { ReadsAsAdministratorOnly: true }) await look.Run(viewer.PersonId!.Value, spaceId, http.HttpContext?.RequestAborted ?? default);
    }
}
