using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
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
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Default };

    readonly Lazy<FrozenDictionary<string, string>> addresses = new(() => Read(endpoints));
    readonly Lock importMapLock = new();

    public string this[string path] => addresses.Value.TryGetValue(path, out var address)
        ? address
        : throw new InvalidOperationException($"There is no static file \"{path}\" in wwwroot.");

    /// <summary>What the import map element holds: plain module addresses, as scripts import them, to the fingerprinted ones.</summary>
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
        var imports = addresses.Value
            .Where(asset => asset.Key.EndsWith(".js", StringComparison.Ordinal) && asset.Value != "/" + asset.Key)
            .OrderBy(asset => asset.Key, StringComparer.Ordinal)
            .ToDictionary(asset => "/" + asset.Key, asset => asset.Value);
        return JsonSerializer.Serialize(new { imports }, Json);
    }
}
