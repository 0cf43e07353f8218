using System.Net;
using System.Text.RegularExpressions;

namespace Community.Web.Tests;

/// <summary>What a browser does with pages and forms.</summary>
public static partial class Browsing
{
    extension(HttpClient browser)
    {
        /// <summary>Sends a form with the antiforgery token of the page it stands on.</summary>
        /// <param name="on">The page with the form; the form's own address when null.</param>
        public async Task<HttpResponseMessage> PostForm(string path, IEnumerable<(string Name, string Value)> fields, string? on = null)
        {
            var page = await browser.GetAsync(new Uri(on ?? path, UriKind.RelativeOrAbsolute));
            return await browser.PostBare(path, [.. fields, ("__RequestVerificationToken", TokenOf(await page.Text()))]);
        }

        /// <summary>Sends a form without a token of its own.</summary>
        public async Task<HttpResponseMessage> PostBare(string path, IEnumerable<(string Name, string Value)> fields)
        {
            using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            return await browser.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), form);
        }

        public async Task<string> Page(string path) => await (await browser.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute))).Text();

        /// <summary>The page as it is sent, with its entities.</summary>
        public Task<string> Raw(string path) => browser.GetStringAsync(new Uri(path, UriKind.RelativeOrAbsolute));

        public async Task<HttpStatusCode> Status(string path) => (await browser.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute))).StatusCode;
    }

    extension(HttpResponseMessage answer)
    {
        /// <summary>The page with its entities read, as a reader sees it.</summary>
        public async Task<string> Text() => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public static string TokenOf(string page) => Token().Match(page) is { Success: true } found ? found.Groups[1].Value : "";

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
