using Community.Store;
using Community.Topics;
using Community.Topics.Holding;
using Community.Web.Frame;
using Microsoft.Extensions.Localization;

namespace Community.Web.Api;

/// <summary>Whatever does not work out below <c>/api</c> becomes problem details: refusals with their sentence, what cannot be read, and every bare status.</summary>
sealed class ApiProblems(RequestDelegate next, IStringLocalizer<Refusals> sentences, IStringLocalizer<ApiText> text, ILogger<ApiProblems> log)
{
    /// <summary>Where a stale edit carries the text that was sent.</summary>
    public const string Yours = "yours";

    const string RetrySeconds = "5";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentType: null }) await Write(context, context.Response.StatusCode, Bare(context, context.Response.StatusCode));
        }
        catch (Exception error) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await Answer(context, error);
        }
    }

    Task Answer(HttpContext context, Exception error) => error switch
    {
        HeldException held => Held(context, held),
        RefusedException refused => Refused(context, refused),
        StaleEditException stale => Write(context, Problem.Of(StatusCodes.Status409Conflict, text["Somebody saved a newer revision meanwhile. Put the two texts together, and send the result with the newest number as baseRevision."]) with
        {
            Newest = new NewestText(stale.Number, stale.At, stale.Text),
            Yours = stale.Data[Yours] as string,
        }),
        BadHttpRequestException { StatusCode: not StatusCodes.Status400BadRequest } bad => Write(context, bad.StatusCode, Bare(context, bad.StatusCode)),
        BadHttpRequestException or System.Text.Json.JsonException => Write(context, StatusCodes.Status400BadRequest, Bare(context, StatusCodes.Status400BadRequest)),
        StoreBusyException => Write(context, StatusCodes.Status503ServiceUnavailable, Bare(context, StatusCodes.Status503ServiceUnavailable)),
        _ => Broken(context, error),
    };

    /// <summary>It was taken, and waits: 202, with where that can be seen.</summary>
    static Task Held(HttpContext context, HeldException held)
    {
        var url = FormattableString.Invariant($"/submissions/{held.SubmissionId}");
        (context.Response.StatusCode, context.Response.Headers.Location) = (StatusCodes.Status202Accepted, url);
        return context.Response.WriteAsJsonAsync(new HeldAnswer(held.SubmissionId, Standing.Held, url), context.RequestAborted);
    }

    Task Broken(HttpContext context, Exception error)
    {
        log.LogError(error, "A call of the API failed: {Method} {Path}", context.Request.Method, context.GetEndpoint()?.DisplayName);
        return Write(context, StatusCodes.Status500InternalServerError, Bare(context, StatusCodes.Status500InternalServerError));
    }

    Task Refused(HttpContext context, RefusedException refused)
    {
        var problem = Problem.Of(RefusalFilter.StatusOf(refused.Kind), sentences[refused.Sentence, [.. refused.Arguments]].Value);
        if (problem.Status != StatusCodes.Status422UnprocessableEntity) return Write(context, problem);

        var field = refused.Field ?? context.GetEndpoint()?.Metadata.GetMetadata<RefusedField>()?.Name ?? "request";
        return Write(context, problem with { Errors = new Dictionary<string, IReadOnlyList<string>> { [char.ToLowerInvariant(field[0]) + field[1..]] = [problem.Detail] } });
    }

    string Bare(HttpContext context, int status) => status switch
    {
        400 => text["This cannot be read: the JSON is damaged, or a value is not of the kind that belongs there."],
        401 => text["Send a personal token that works: Authorization: Bearer TOKEN. You make one on your account page."],
        404 => text["There is nothing at this address, or it is not for you."],
        405 => text["This address takes no such request."],
        413 => text["What you sent is larger than the site takes."],
        415 => text["Send JSON, with Content-Type: application/json."],
        429 => text["Those were many requests in a short time. Wait as long as Retry-After says, then go on."],
        503 => text["The community is busy just now. Try again in a few seconds."],
        500 => text["This is our fault. Nothing you had saved is lost. Tell an administrator this number: {0}", context.TraceIdentifier],
        _ => text["This did not work out."],
    };

    static Task Write(HttpContext context, int status, string detail) => Write(context, Problem.Of(status, detail));

    static Task Write(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable && context.Response.Headers.RetryAfter.Count == 0) context.Response.Headers.RetryAfter = RetrySeconds;
        return context.Response.WriteAsJsonAsync(problem with { Correlation = context.TraceIdentifier }, (System.Text.Json.JsonSerializerOptions?)null, Problem.ContentType, context.RequestAborted);
    }
}

/// <summary>The field that an endpoint's refusals are about when they name none.</summary>
sealed record RefusedField(string Name);
