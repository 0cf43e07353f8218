using System.Text.Json.Nodes;
using Community.People;
using Community.Search;
using Community.Topics;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Community.Web.Api;

/// <summary>Says of a call what its handler cannot: bounds and words of its parameters, and its headers.</summary>
sealed class DescribedOperation : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? []) Describe(parameter);

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesOnceMark>().Any())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = Operations.OnceHeader,
                In = ParameterLocation.Header,
                Description = "Makes the same request sent again one request: it is answered again for 48 hours. Another request under the same key is refused.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyKey.MaxLength },
            });
        }

        foreach (var (status, answer) in operation.Responses ?? [])
        {
            var header = status switch { "201" => "Location", "401" => "WWW-Authenticate", "429" or "503" => "Retry-After", _ => null };
            if (header is null || answer is not OpenApiResponse response) continue;

            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                [header] = new OpenApiHeader { Description = header == "Retry-After" ? "Seconds to wait." : header == "Location" ? "Where it is." : "How to come in.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            };
        }

        return Task.CompletedTask;
    }

    static void Describe(OpenApiParameter parameter)
    {
        if (parameter.In == ParameterLocation.Path) parameter.Description ??= "Its number.";
        if (parameter.Schema is not OpenApiSchema schema) return;

        switch (parameter.Name)
        {
            case "kind": schema.Enum = Words<TopicKind>(); break;
            case "sort": schema.Enum = Words<TopicSort>(); break;
            case "limit": (schema.Minimum, schema.Maximum) = ("1", "100"); break;
            case "page": (schema.Minimum, schema.Maximum) = ("1", $"{SearchRequest.MaxPage}"); break;
            case "after": schema.Minimum = "0"; break;
        }
    }

    internal static List<JsonNode> Words<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (JsonNode)Word.Of(value))];
}
