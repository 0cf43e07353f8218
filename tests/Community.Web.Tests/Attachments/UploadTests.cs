using System.Net;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Attachments;

public sealed class UploadTests : IAsyncLifetime
{
    readonly RunningSite site = new() { Settings = { ["Community:Uploads:MaxBytes"] = "3000000", ["Community:Uploads:QuotaBytes"] = "5000000" } };
    HttpClient li = null!;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.Verb<Community.Spaces.MakeSpace>().Run(null, "loans", "Loans", "", Community.Governance.Tier.Institution);
        li = await site.SignedIn("Li Wen");
    }

    [Fact]
    public async Task Limits_are_sentences_and_what_is_used_is_told()
    {
        Assert.Equal(HttpStatusCode.Created, (await li.Upload("a.bin", new byte[2_500_000])).StatusCode);
        Assert.Equal(2_500_000, (await (await li.GetAsync(new Uri("/attachments/use", UriKind.Relative))).Json()).GetProperty("usedBytes").GetInt64());

        var large = await li.Upload("b.bin", new byte[3_000_001]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Contains("larger than 3 MB", (await large.Json()).GetProperty("sentence").GetString(), StringComparison.Ordinal);
        var full = await li.Upload("c.bin", [.. new byte[2_600_000], 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, full.StatusCode);
        Assert.Contains("5 MB together", (await full.Json()).GetProperty("sentence").GetString(), StringComparison.Ordinal);
        var bomb = await li.Upload("d.png", Broken());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bomb.StatusCode);
        Assert.Contains("2.5 of 5 MB used", await li.Page("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_uploads_without_a_token_an_account_or_a_place_to_write()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await li.Upload("a.txt", "x"u8.ToArray(), withToken: false)).StatusCode);
        var guest = await site.SignedIn("Gus Park", Community.Governance.Role.Guest);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.Upload("a.txt", "x"u8.ToArray())).StatusCode);
        Assert.Equal(0, await site.Store.Read(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task A_line_that_breaks_leaves_nothing()
    {
        var token = Browsing.TokenOf(await li.Page("/new/thread"));
        Assert.NotEmpty(token);
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/attachments?name=x.bin") { Content = new Breaking() })
        {
            request.Headers.Add("RequestVerificationToken", token);
            await Assert.ThrowsAnyAsync<Exception>(() => li.SendAsync(request));
        }

        await Task.Delay(500);
        Assert.Empty(Directory.Exists(site.Data.Uploads) ? Directory.GetFiles(site.Data.Uploads, "*", SearchOption.AllDirectories) : []);
        Assert.Equal(0, await site.Store.Read(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task A_form_with_files_is_shown_again_with_them_in_its_text()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("loans"), "Space" }, { new StringContent("Where is the shelf"), "Title" }, { new StringContent("Look at this."), "Body" },
            { new StringContent(Browsing.TokenOf(await li.Page("/new/thread"))), "__RequestVerificationToken" },
            { new ByteArrayContent(Sent.Picture()), "Files", "shelf.png" }, { new ByteArrayContent(new byte[3_000_001]), "Files", "too large.bin" }, { new ByteArrayContent("%PDF-1.4"u8.ToArray()), "Files", "plan [2].pdf" },
        };

        var answer = await li.PostAsync(new Uri("/new/thread", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Text();
        Assert.Matches(@"Look at this\.\s+!\[\]\(/attachments/[0-9]+/shelf\.webp\)\s+\[plan \\\[2\\\]\.pdf\]\(/attachments/[0-9]+/plan-2-\.pdf\)</textarea>", page);
        Assert.Contains("too large.bin: This file is larger than 3 MB", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Where is the shelf\"", page, StringComparison.Ordinal);
        Assert.Equal(0, await site.Store.Read(db => db.Topics.CountAsync()));
    }

    [Fact]
    public async Task A_form_without_files_is_sent_as_ever_and_a_long_text_is_refused_with_a_page()
    {
        async Task<HttpResponseMessage> Send(string body)
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent("loans"), "Space" }, { new StringContent("A title"), "Title" }, { new StringContent(body), "Body" },
                { new StringContent(Browsing.TokenOf(await li.Page("/new/thread"))), "__RequestVerificationToken" },
            };
            // What a browser sends for a field in which nothing was chosen.
            var nothing = new ByteArrayContent([]);
            nothing.Headers.ContentDisposition = new("form-data") { Name = "\"Files\"", FileName = "\"\"" };
            nothing.Headers.ContentType = new("application/octet-stream");
            form.Add(nothing);
            return await li.PostAsync(new Uri("/new/thread", UriKind.Relative), form);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await Send("A text.")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(new string('x', 1_500_000))).StatusCode);
        Assert.InRange((int)(await Send(new string('x', 4_800_000))).StatusCode, 400, 499);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Send(new string('x', 6_000_000))).StatusCode);
    }

    [Fact]
    public async Task A_face_is_a_square_in_three_sizes_for_those_who_see_the_person()
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await Choose(Sent.Picture(800, 400))).StatusCode);
        var id = await site.Person("Li Wen");
        var page = await li.Page($"/people/{id}/li-wen");
        var address = System.Text.RegularExpressions.Regex.Match(page, $"/people/{id}/face/[0-9a-f]+/").Value;
        foreach (var width in new[] { 64, 128, 320 })
        {
            using var picture = SkiaSharp.SKBitmap.Decode(await (await li.GetAsync(new Uri(address + width, UriKind.Relative))).Content.ReadAsByteArrayAsync());
            Assert.Equal((width, width), (picture.Width, picture.Height));
        }

        Assert.Equal(HttpStatusCode.NotFound, await site.Visitor().Status(address + "64"));
        Assert.Equal(HttpStatusCode.OK, await (await site.SignedIn("Bob Hansen")).Status(address + "64"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Choose("%PDF-1.4"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await li.Status(address + "64"));

        Assert.Equal(HttpStatusCode.SeeOther, (await li.PostForm("/account/face/remove", [], on: "/account")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await li.Status(address + "64"));
        Assert.DoesNotContain("/face/", await li.Page($"/people/{id}/li-wen"), StringComparison.Ordinal);
    }

    async Task<HttpResponseMessage> Choose(byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "face", "me.png" }, { new StringContent(Browsing.TokenOf(await li.Page("/account"))), "__RequestVerificationToken" } };
        return await li.PostAsync(new Uri("/account/face", UriKind.Relative), form);
    }

    static byte[] Broken() => Sent.Picture()[..200];

    public async ValueTask DisposeAsync()
    {
        li.Dispose();
        await site.DisposeAsync();
    }

    /// <summary>A body that ends before it is whole.</summary>
    sealed class Breaking : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[500_000]);
            await stream.FlushAsync();
            throw new IOException("The line broke.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 2_000_000;
            return true;
        }
    }
}
