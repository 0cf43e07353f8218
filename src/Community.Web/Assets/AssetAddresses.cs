using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.StaticAssets;

namespace Community.Web.Assets;

/// <summary>
/// The addresses of the static files as pages must name them: <c>css/tokens.css</c> becomes <c>/css/tokens.4x2k9f.css</c>, which a browser
/// may keep for ever. Read once from the mapped endpoints. The program is served from the root of its host.
/// </summary>
/// <exception cref="InvalidOperationException">A file that <c>wwwroot</c> does not have was asked for.</exception>
public sealed class AssetAddresses(EndpointDataSource endpoints)
{
    /// <summary>The font of every page, to be preloaded by the address that <c>tokens.css</c> has for it.</summary>
    public const string TalkFont = "/lib/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2?v=5.3.0";

    static readonly (string Name, string Path)[] Packages = [("@hotwired/turbo", "lib/turbo.js"), ("@microsoft/signalr", "lib/signalr.js")];

    readonly Lazy<FrozenDictionary<string, string>> addresses = new(() => Read(endpoints));
    readonly Lock importMapLock = new();

    public string this[string path] => addresses.Value.TryGetValue(path, out var address)
        ? address
        : throw new InvalidOperationException($"There is no static file \"{path}\" in wwwroot.");

    /// <summary>What every page needs to look and work as it does: styles, our own modules, the two packages, icons and the font of all pages.</summary>
    public IEnumerable<string> OfPages => addresses.Value.Keys.Where(path => path.StartsWith("css/", StringComparison.Ordinal) && path.EndsWith(".css", StringComparison.Ordinal) || path.StartsWith("js/", StringComparison.Ordinal) && path.EndsWith(".js", StringComparison.Ordinal))
        .Concat(Packages.Select(package => package.Path)).Append("lib/icons.svg").Order(StringComparer.Ordinal).Select(path => this[path]).Append(TalkFont);

    /// <summary>
    /// What the import map element holds: <c>@hotwired/turbo</c>, <c>@microsoft/signalr</c> and the plain addresses of our own modules, each
    /// with its fingerprinted address.
    /// </summary>
    public string ImportMap
    {
        get
        {
            lock (importMapLock)
                return field ??= WriteImportMap();
        }
    }

    /// <summary>The policy's source expression that allows the import map, and no other inline script.</summary>
    public string ImportMapSource
    {
        get
        {
            lock (importMapLock)
                return field ??= $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ImportMap)))}'";
        }
    }

    static FrozenDictionary<string, string> Read(EndpointDataSource endpoints)
    {
        var plain = new Dictionary<string, string>();
        foreach (var asset in endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>())
        {
            var label = asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value;
            if (label is not null)
                plain[label] = "/" + asset.Route;
            else
                plain.TryAdd(asset.Route, "/" + asset.Route);
        }
        return plain.ToFrozenDictionary();
    }

    string WriteImportMap()
    {
        var imports = addresses.Value.Keys
            .Where(path => path.StartsWith("js/", StringComparison.Ordinal) && path.EndsWith(".js", StringComparison.Ordinal))
            .Select(path => (Name: "/" + path, Path: path))
            .Concat(Packages)
            .OrderBy(import => import.Name, StringComparer.Ordinal)
            .ToDictionary(import => import.Name, import => this[import.Path]);
        return JsonSerializer.Serialize(new { imports });
    }
}
