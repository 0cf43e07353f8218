using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Community.Web.Api;

/// <summary>The OpenAPI description of the API, made once from the calls themselves.</summary>
public sealed class ApiDescription([FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider provider)
{
    public const string Name = "v1";
    public const string Address = "/openapi/v1.json";

    readonly Lazy<Task<OpenApiDocument>> document = new(() => provider.GetOpenApiDocumentAsync(CancellationToken.None));
    string? json;

    public Task<OpenApiDocument> Document() => document.Value;

    public async ValueTask<string> Json(CancellationToken stop) => json ??= await (await Document()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, stop);
}

/// <summary>Puts the description into the program.</summary>
static class ApiDescriptionExtensions
{
    public static WebApplicationBuilder AddApiDescription(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi(ApiDescription.Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = call => call.RelativePath?.StartsWith(ApiExtensions.Path[1..] + "/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer<DescribedDocument>();
            options.AddOperationTransformer<DescribedOperation>();
            options.AddSchemaTransformer<DescribedSchema>();
        });
        builder.Services.AddSingleton<ApiDescription>();
        return builder;
    }

    /// <summary>Public: it holds nothing of what the community wrote.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder app) =>
        app.MapGet(ApiDescription.Address, async (ApiDescription description, CancellationToken stop) => TypedResults.Text(await description.Json(stop), "application/json")).ExcludeFromDescription();
}
