using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Gate;

/// <summary>One address of the site, as the program itself lists it.</summary>
/// <param name="Template">Such as <c>/posts/{id:long}/edit</c>.</param>
/// <param name="Places">Names of the parts in braces.</param>
/// <param name="Queries">Simple values that are read from the query or the form: name and type.</param>
public sealed record Address(string Method, string Template, IReadOnlyList<string> Places, IReadOnlyList<(string Name, Type Type)> Queries)
{
    /// <summary>The address with its places filled; a place that <paramref name="fill"/> does not know is left out with all after it.</summary>
    public string Fill(Func<string, string?> fill)
    {
        var filled = "";
        foreach (var segment in Template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Places.FirstOrDefault(place => segment.StartsWith("{" + place, StringComparison.Ordinal)) is not { } name) filled += "/" + segment;
            else if (fill(name) is { } value) filled += "/" + value;
            else break;
        }

        return filled.Length == 0 ? "/" : filled;
    }

    /// <summary>Of the JSON API, where a token stands for the browser's session.</summary>
    public bool IsApi => Template.StartsWith("/api/", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Template}";
}

/// <summary>Every address of the running site, but files and the live hub: pages made later are walked without being named here.</summary>
public static class Endpoints
{
    /// <summary>Addresses for browsers.</summary>
    public static IReadOnlyList<Address> Of(RunningSite site) => [.. All(site).Where(address => !address.IsApi)];

    /// <summary>Addresses for programs.</summary>
    public static IReadOnlyList<Address> OfApi(RunningSite site) => [.. All(site).Where(address => address.IsApi)];

    /// <summary>Method and template of everything that takes more than reading, the live hub too; an address that names no method takes every one.</summary>
    public static IReadOnlyList<(string Method, string Template)> Writing(RunningSite site) =>
    [
        .. from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["*"]
           where method is not ("GET" or "HEAD")
           select (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/')),
    ];

    static IReadOnlyList<Address> All(RunningSite site) =>
    [
        .. from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.Metadata.GetMetadata<HubMetadata>() is null
           let action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
           where method is not "HEAD"
           let places = endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name).ToList()
           select new Address(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), places, Simple(action, places)),
    ];

    static List<(string, Type)> Simple(ControllerActionDescriptor? action, List<string> places) => action is null ? [] :
    [
        .. from parameter in action.Parameters
           where parameter.BindingInfo?.BindingSource != BindingSource.Services && parameter.ParameterType != typeof(CancellationToken) && !places.Contains(parameter.Name)
           from simple in IsSimple(parameter.ParameterType)
               ? [(parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType)]
               : parameter.ParameterType.GetProperties().Where(property => property.CanWrite && IsSimple(property.PropertyType)).Select(property => (property.Name, property.PropertyType))
           select simple,
    ];

    static bool IsSimple(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsPrimitive: true } or { IsEnum: true } || type == typeof(string) || type == typeof(Guid) || type == typeof(DateTime);
}
