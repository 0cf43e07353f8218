using Community.Governance;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Community.Web.Offline;

/// <summary>
/// What the worker in the browser (<c>worker.js</c>) learns of an answer: whose it is, and whether it may keep it for reading without a line. Only pages that say so are kept; a cache that
/// knows nothing of this goes on obeying <c>no-store</c>, which all pages with a form carry.
/// </summary>
public sealed class KeptOnDevice : IResultFilter
{
    /// <summary>The id of the person the answer was made for; 0 for nobody. With another one the worker forgets what it kept.</summary>
    public const string Reader = "Community-Reader";

    /// <summary>There when the page may be kept.</summary>
    public const string Keep = "Community-Keep";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        // An action that wrote a download by itself, piece by piece, is not kept.
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) && !context.HttpContext.Response.HasStarted)
            context.HttpContext.Response.Headers[Reader] = (CurrentViewer.PersonIdOf(context.HttpContext.User) ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

/// <summary>Said by an action of its page.</summary>
public static class KeptOnDeviceResponse
{
    extension(HttpResponse response)
    {
        /// <summary>The page may be kept on the reader's device.</summary>
        public void MayBeKept() => response.Headers[KeptOnDevice.Keep] = "yes";
    }

    extension(Viewer viewer)
    {
        /// <summary>A list of one's own would tell which question somebody asked without a name.</summary>
        public bool MayKeepOwnLists => viewer.IsSignedIn && viewer.UnnamedIds.Count == 0;

        /// <summary>What stands in a space, but for what is read as an administrator only, and for what the reader asked without a name.</summary>
        public bool MayKeep(long spaceId, long authorId) => viewer.IsSignedIn && viewer.Unasked.CanRead(spaceId) && !viewer.UnnamedIds.Contains(authorId);
    }
}
