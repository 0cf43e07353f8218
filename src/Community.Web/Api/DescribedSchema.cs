using System.Text.Json.Nodes;
using Community.Topics;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Community.Web.Api;

/// <summary>Says of values what their types cannot: the words of an enumeration, and how long a text may be.</summary>
sealed class DescribedSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetNames(context.JsonTypeInfo.Type).Select(name => (JsonNode)Lower(name))];
        }

        if (context.JsonPropertyInfo is { } property && property.DeclaringType.Name.StartsWith("New", StringComparison.Ordinal))
        {
            if (property.Name == "title") (schema.MinLength, schema.MaxLength) = (1, Topic.MaxTitleLength);
            if (property.Name == "body") (schema.MinLength, schema.MaxLength) = (1, PostText.MaxLength);
            if (property.Name == "summary") schema.MaxLength = Revision.MaxSummaryLength;
            if (property.Name == "tags") schema.MaxItems = Tag.MaxPerTopic;
        }

        return Task.CompletedTask;
    }

#pragma warning disable CA1308 // lower case is what the contract says
    static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
