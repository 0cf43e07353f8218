using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Community.Web.Api;

/// <summary>The API as a page shows it.</summary>
/// <param name="Site">The address that examples begin with.</param>
public sealed record DocsPage(string Site, string Description, IReadOnlyList<DocsTag> Tags, IReadOnlyList<DocsShape> Shapes)
{
    public static DocsPage Of(OpenApiDocument document, string site)
    {
        var calls = from path in document.Paths
                    from operation in path.Value.Operations ?? []
                    select (Tag: operation.Value.Tags?.FirstOrDefault()?.Name ?? "", Call: DocsCall.Of(operation.Key.Method, path.Key, operation.Value));
        var byTag = calls.ToLookup(call => call.Tag, call => call.Call);
        return new DocsPage(site, document.Info.Description ?? "", [.. (document.Tags ?? new HashSet<OpenApiTag>()).Select(tag => new DocsTag(tag.Name!, tag.Description ?? "", [.. byTag[tag.Name!]]))],
            [.. (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Where(shape => shape.Value.Properties?.Count > 0).Select(shape => DocsShape.Of(shape.Key, shape.Value))]);
    }
}

/// <summary>Calls that belong together.</summary>
public sealed record DocsTag(string Name, string Description, IReadOnlyList<DocsCall> Calls);

/// <summary>One call.</summary>
/// <param name="Body">The body of an example; null where none is sent.</param>
public sealed record DocsCall(string Id, string Method, string Path, string Summary, string? Description, IReadOnlyList<DocsValue> Parameters, DocsType? Request, string? Body, IReadOnlyList<DocsAnswer> Answers)
{
    /// <summary>The address with something in its places.</summary>
    public string Example => Path.Replace("{id}", "17", StringComparison.Ordinal);

    public static DocsCall Of(string method, string path, OpenApiOperation operation)
    {
        var request = operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema;
        return new DocsCall(operation.OperationId!, method, path, operation.Summary ?? "", operation.Description,
            [.. (operation.Parameters ?? []).Select(parameter => new DocsValue(parameter.Name!, DocsType.Of(parameter.Schema), parameter.Required, parameter.Description))],
            request is null ? null : DocsType.Of(request), request is null ? null : DocsExample.Of(request).ToJsonString(),
            [.. (operation.Responses ?? []).Select(answer => new DocsAnswer(answer.Key, answer.Value.Description ?? "", answer.Value.Content?.Values.FirstOrDefault()?.Schema is { } shape ? DocsType.Of(shape) : null))]);
    }
}

/// <summary>What a call may be answered with.</summary>
public sealed record DocsAnswer(string Status, string Description, DocsType? Type);

/// <summary>A parameter, or a field of a shape.</summary>
public sealed record DocsValue(string Name, DocsType Type, bool IsRequired, string? Description);

/// <summary>The fields of something that is sent or answered.</summary>
public sealed record DocsShape(string Name, string? Description, IReadOnlyList<DocsValue> Fields)
{
    public static DocsShape Of(string name, IOpenApiSchema schema) => new(name, schema.Description,
        [.. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(field => new DocsValue(field.Key, DocsType.Of(field.Value), schema.Required?.Contains(field.Key) == true, field.Value.Description))]);
}

/// <summary>What kind of value belongs somewhere.</summary>
/// <param name="Words">Such as <c>integer</c>, or the words of an enumeration.</param>
/// <param name="Shape">The shape that it is, or is a list of.</param>
public sealed record DocsType(string Words, string? Shape, bool IsList, bool IsNullable)
{
    public static DocsType Of(IOpenApiSchema? schema)
    {
        if (schema is null) return new DocsType("", null, false, false);
        if (schema is OpenApiSchemaReference { Reference.Id: { } id } && schema.Enum is not { Count: > 0 }) return new DocsType(id, id, false, false);
        if (schema.OneOf is { Count: > 0 } choices) return Of(choices.FirstOrDefault(choice => choice.Type != JsonSchemaType.Null)) with { IsNullable = choices.Any(choice => choice.Type == JsonSchemaType.Null) };

        var isNullable = schema.Type?.HasFlag(JsonSchemaType.Null) == true;
        if (schema.Items is { } items) return Of(items) with { IsList = true, IsNullable = isNullable };
        if (schema.Enum is { Count: > 0 } words) return new DocsType(string.Join(" | ", words.Select(word => word.ToString())), null, false, isNullable);

        var type = (schema.Type & ~JsonSchemaType.Null) ?? JsonSchemaType.Object;
        return new DocsType(schema.Format ?? type.ToIdentifiers().FirstOrDefault() ?? "", null, false, isNullable);
    }
}

/// <summary>Something that could be sent.</summary>
static class DocsExample
{
    static readonly Dictionary<string, string> Values = new()
    {
        ["space"] = "\"loans\"",
        ["kind"] = "\"question\"",
        ["role"] = "\"answer\"",
        ["title"] = "\"Who lends microfilm abroad?\"",
        ["body"] = "\"The reader needs it **before June**.\"",
        ["tags"] = "[\"microfilm\"]",
        ["summary"] = "\"A date was missing\"",
        ["baseRevision"] = "1",
        ["value"] = "1",
        ["postId"] = "18",
        ["parentId"] = "null",
    };

    public static JsonObject Of(IOpenApiSchema schema)
    {
        var example = new JsonObject();
        foreach (var name in schema.Properties?.Keys ?? []) example[name] = Values.TryGetValue(name, out var value) ? JsonNode.Parse(value) : null;
        return example;
    }
}
