namespace Community.Web.Assets;

/// <summary>Writes the security headers as the response starts, because an error page clears what was set before it.</summary>
public sealed class SecurityHeaders(RequestDelegate next, AssetAddresses assets)
{
    string? policy;

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context);

        return next(context);
    }

    Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        headers.ContentSecurityPolicy = policy ??=
            $"default-src 'none'; script-src 'self' {assets.ImportMapSource}; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; "
            + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // What somebody uploaded is never a page of ours, whatever a browser makes of it.
        if (context.GetEndpoint()?.Metadata.GetMetadata<SandboxedAttribute>() is not null) headers.ContentSecurityPolicy += "; sandbox";
        return Task.CompletedTask;
    }
}

/// <summary>On an action that answers with what somebody uploaded.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxedAttribute : Attribute;
