using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace Community.Web.Api;

/// <summary>What did not work out, as RFC 9457 has it.</summary>
/// <param name="Detail">A sentence that says what to do.</param>
/// <param name="Correlation">The number of the request, as the log and the header X-Correlation-ID have it.</param>
/// <param name="Errors">Of 422: sentences by field.</param>
/// <param name="Newest">Of a stale edit: what somebody else saved meanwhile.</param>
/// <param name="Yours">Of a stale edit: the text that was sent.</param>
public sealed record Problem(
    string Type, string Title, int Status, string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Correlation = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NewestText? Newest = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Yours = null)
{
    public const string ContentType = "application/problem+json";

    public static Problem Of(int status, string detail) => new("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail);
}

/// <summary>A text that was saved meanwhile, with its number.</summary>
public sealed record NewestText(int Number, DateTime At, string Body);
