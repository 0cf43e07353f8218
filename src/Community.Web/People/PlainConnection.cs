namespace Community.Web.People;

/// <summary>Whether a request came in a way on which others can listen: plain http from another machine.</summary>
public static class PlainConnection
{
    public static bool IsOpenToOthers(HttpRequest request) =>
        !request.IsHttps && !(Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var address) && address.IsLoopback);
}
