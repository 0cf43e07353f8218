using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Community.Files;
using Community.Spaces;
using Community.Web.Assets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Offline;

/// <summary>What makes the site one that can be installed, and read without a line. All of it is the same for everybody.</summary>
[AllowAnonymous]
public sealed class OfflineController(AssetAddresses assets, KnownCommunity known, IStringLocalizer<OfflineText> text) : Controller
{
    /// <summary>Paper in light and dark, as in <c>tokens.css</c>.</summary>
    public const string LightPaper = "#faf8f3", DarkPaper = "#161b1f";

    static readonly string[] Worker = ["js/worker.js", "js/worker-notices.js"];

    /// <summary>Of the program as it was built: with another one the worker fetches all anew.</summary>
    static readonly Guid Build = typeof(OfflineController).Assembly.ManifestModule.ModuleVersionId;

    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In place of pages that are not kept: what is, filled in by the script.</summary>
    [HttpGet("/offline")]
    public IActionResult Show() => View("Offline");

    /// <summary>The worker at the site's root, which alone may look after all pages. It names what it is to keep, and fetches its own text.</summary>
    [HttpGet("/sw.js")]
    public IActionResult Script()
    {
        var parts = Array.ConvertAll(Worker, part => assets[part]);
        var own = assets.OfPages.Except(parts).ToList();
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [.. own, .. parts, Build.ToString()]))))[..16];
        Response.Headers.CacheControl = "no-cache";
        return Content($"self.community = {JsonSerializer.Serialize(new { version, assets = own }, Plain)};\nimportScripts(...{JsonSerializer.Serialize(parts, Plain)});\n", "text/javascript; charset=utf-8");
    }

    [HttpGet("/manifest.webmanifest")]
    public async Task<IActionResult> Manifest()
    {
        var institution = (await known.Ground()).Institution?.Name;
        Response.Headers.CacheControl = "no-cache";
        return Content(JsonSerializer.Serialize(new
        {
            id = "/",
            name = institution is { Length: > 0 } ? $"{institution} · Community" : "Community",
            short_name = "Community",
            lang = "en-GB",
            start_url = "/",
            scope = "/",
            display = "standalone",
            background_color = LightPaper,
            theme_color = LightPaper,
            icons = SiteIcon.All.Where(icon => icon.Purpose is not null).Select(icon => new { src = $"/icons/{icon.Name}", sizes = $"{icon.Size}x{icon.Size}", type = "image/png", purpose = icon.Purpose }),
            shortcuts = new[] { new { name = text["Ask a question"].Value, url = "/new/question" }, new { name = text["Notices"].Value, url = "/notifications" } },
        }, Plain), "application/manifest+json; charset=utf-8");
    }

    /// <summary>The mark as a picture, for home screens.</summary>
    [HttpGet("/icons/{name}")]
    public IActionResult Icon(string name)
    {
        if (SiteIcon.All.FirstOrDefault(icon => icon.Name == name) is not { } found) return NotFound();

        Response.Headers.CacheControl = "public, max-age=86400";
        return File(found.Png, "image/png");
    }
}
