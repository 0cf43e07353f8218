using System.Net.Http.Headers;
using System.Text.Json;
using SkiaSharp;

namespace Community.Web.Tests.Attachments;

/// <summary>Files as a browser sends them.</summary>
static class Sent
{
    /// <summary>A picture of one colour; another colour is another content.</summary>
    public static byte[] Picture(int width = 1000, int height = 500, uint colour = 0xFF2266AA)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(new SKColor(colour));
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }

    extension(HttpClient browser)
    {
        /// <summary>Sends a file the way the composer's script does.</summary>
        public async Task<HttpResponseMessage> Upload(string name, byte[] content, string type = "application/octet-stream", bool withToken = true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments?name=" + Uri.EscapeDataString(name)) { Content = new ByteArrayContent(content) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
            if (withToken) request.Headers.Add("RequestVerificationToken", Browsing.TokenOf(await browser.Page("/new/thread")));
            return await browser.SendAsync(request);
        }

        /// <summary>The address of a file that was taken in.</summary>
        public async Task<string> Uploaded(string name, byte[] content)
        {
            var answer = await browser.Upload(name, content);
            Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
            return (await answer.Json()).GetProperty("address").GetString()!;
        }
    }

    extension(HttpResponseMessage answer)
    {
        public async Task<JsonElement> Json() => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
