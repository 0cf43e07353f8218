using System.Net;
using System.Text.RegularExpressions;
using Community.Web.Tests.Running;

namespace Community.Web.Tests.Attachments;

public sealed class RestoredTests
{
    [Fact]
    public async Task A_picture_and_a_face_are_served_by_a_site_that_was_restored()
    {
        await using var first = new ServedProgram();
        await first.SetUp();
        await first.Serve();
        using var ruth = await first.SignedIn();
        var file = await ruth.Uploaded("shelf.png", Sent.Picture());
        using (var form = new MultipartFormDataContent { { new ByteArrayContent(Sent.Picture(800, 400)), "face", "me.png" }, { new StringContent(Browsing.TokenOf(await ruth.Page("/account"))), "__RequestVerificationToken" } })
            Assert.Equal(HttpStatusCode.SeeOther, (await ruth.PostAsync(new Uri("/account/face", UriKind.Relative), form)).StatusCode);
        var posted = await ruth.PostForm("/new/thread", [("Space", "desk"), ("Title", "The shelf"), ("Body", $"![A shelf]({file})")]);
        var topic = posted.Headers.Location!.ToString();
        var face = FaceOn(await ruth.Page(topic));
        var pictures = new[] { await ruth.GetByteArrayAsync(new Uri(file, UriKind.Relative)), await ruth.GetByteArrayAsync(new Uri(face, UriKind.Relative)) };

        var backup = Path.Combine(first.Folder, "backup.zip");
        Assert.Equal(0, (await first.Run(["backup", backup])).Code);
        await using var second = new ServedProgram();
        Assert.Equal(0, (await second.Run(["restore", backup])).Code);
        await second.Serve();

        using var again = await second.SignedIn();
        Assert.Contains($"src=\"{file}", await again.Page(topic), StringComparison.Ordinal);
        Assert.Equal(face, FaceOn(await again.Page(topic)));
        Assert.Equal(pictures, [await again.GetByteArrayAsync(new Uri(file, UriKind.Relative)), await again.GetByteArrayAsync(new Uri(face, UriKind.Relative))]);
        Assert.Equal(HttpStatusCode.NotFound, await second.Visitor().Status(file));
    }

    static string FaceOn(string page) => Regex.Match(page, "/people/[0-9]+/face/[0-9a-f]+/64") is { Success: true } found ? found.Value : throw new InvalidOperationException("There is no face on the page.");
}
