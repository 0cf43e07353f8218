using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Holding;
using Community.Web.Tests.Gate;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Attachments;

/// <summary>Who gets what somebody uploaded, by role, standing and address.</summary>
[Collection(nameof(GateVillage))]
public sealed class ReadingTests(GateVillage village)
{
    // Columns: administrator moderator steward member author colleague guest stranger visitor.
    [Theory]
    [InlineData(Tier.Unit, "o-ooo-o--")]
    [InlineData(Tier.Institution, "oooooo---")]
    [InlineData(Tier.Partners, "ooooooo--")]
    [InlineData(Tier.Public, "ooooooooo")]
    public async Task A_file_is_for_those_who_read_its_post(Tier tier, string expected)
    {
        var file = await Uploaded();
        await village.Verb<StartTopic>().Run(village.IdOf("author"), GateVillage.Spaces[(int)tier], TopicKind.Thread, "With a picture", $"![x]({file})", []);

        await Everywhere(expected, file);
    }

    [Fact]
    public async Task While_it_hangs_on_nothing_it_is_its_owners_alone() => await Everywhere("----o----", await Uploaded());

    [Fact]
    public async Task It_goes_out_of_sight_with_its_post_and_comes_back_with_it()
    {
        var file = await Uploaded();
        var post = await Posted(1, $"![x]({file})");

        await village.Verb<WithdrawPost>().Run(village.IdOf("author"), post);
        await Everywhere("----o----", file);
        await village.Verb<RestorePost>().Run(village.IdOf("author"), post);
        await village.Verb<RemovePost>().Run(village.IdOf("moderator"), post, "Off topic.");
        await Everywhere("oo--o----", file);
        await village.Verb<ReinstatePost>().Run(village.IdOf("moderator"), post, "It is fine.");
        await Everywhere("oooooo---", file);
    }

    [Fact]
    public async Task Where_a_text_waits_its_files_are_for_those_who_decide_on_it()
    {
        var (file, space, author) = (await Uploaded(), GateVillage.Spaces[0], village.IdOf("author"));
        var spaceId = await village.Site.Store.Read(db => db.Spaces.Where(s => s.Slug == space).Select(s => s.Id).FirstAsync());
        var topic = await village.Start(space, "Of what waits");
        var rule = await village.Verb<KeepApprovalRule>().Run(null, null, new ApprovalTerms("With files", "They may show readers.", null, spaceId, null, null, true, false, false, 4, null));
        var held = await Assert.ThrowsAsync<HeldException>(() => village.Verb<AddPost>().Run(author, topic, Part.Reply, null, $"![The desk]({file})"));
        await village.Verb<EndApprovalRule>().Run(null, rule);

        await Everywhere("o-o-o----", file);
        Assert.Contains($"<img src=\"{file}?width=", await village["steward"].Page($"/moderation/queue?item={held.SubmissionId}"), StringComparison.Ordinal);
        Assert.Contains($"<img src=\"{file}?width=", await village["author"].Page($"/submissions/{held.SubmissionId}"), StringComparison.Ordinal);

        // To look at is not to have.
        await village.Verb<StartTopic>().Run(village.IdOf("steward"), GateVillage.Spaces[1], TopicKind.Thread, "Taken from the queue", $"![The desk]({file})", []);
        await Everywhere("o-o-o----", file);
        await village.Verb<UndoSubmission>().Run(author, held.SubmissionId);
        await Everywhere("----o----", file);
    }

    [Fact]
    public async Task It_moves_into_a_closed_space_with_its_topic()
    {
        var file = await Uploaded();
        var topic = await village.Verb<StartTopic>().Run(village.IdOf("author"), GateVillage.Spaces[3], TopicKind.Thread, "To be moved", $"![x]({file})", []);
        await Everywhere("ooooooooo", file);

        await village.Verb<MoveTopic>().Run(village.IdOf("administrator"), topic, GateVillage.Spaces[0]);

        await Everywhere("o-ooo-o--", file);
    }

    [Fact]
    public async Task What_an_old_revision_shows_is_read_like_the_history()
    {
        var file = await Uploaded();
        var post = await Posted(1, $"![x]({file})");
        await village.Verb<RevisePost>().Run(village.IdOf("author"), post, new Edit("Without it.", "", null));

        await Everywhere("oooooo---", file);
        await village.Verb<WithdrawPost>().Run(village.IdOf("author"), post);
        await Everywhere("----o----", file);
    }

    [Fact]
    public async Task A_quoted_picture_goes_with_its_source_and_leaves_a_sentence()
    {
        var file = await Uploaded();
        var post = await Posted(1, $"![x]({file})");
        var quoting = await village.Verb<StartTopic>().Run(village.IdOf("colleague"), GateVillage.Spaces[3], TopicKind.Thread, "Quoting", $"> [!quote post={post} rev=1]\n> ![x]({file})\n\nLook. ![y]({file})", []);
        Assert.Contains("srcset", await village["member"].Page($"/threads/{quoting}/quoting"), StringComparison.Ordinal);
        var secret = await Uploaded(0xFF118811);
        await Posted(0, $"![x]({secret})");
        var naming = await village.Verb<StartTopic>().Run(village.IdOf("colleague"), GateVillage.Spaces[3], TopicKind.Thread, "Naming", $"Look. ![y]({secret})", []);

        var page = await village["colleague"].Page($"/threads/{naming}/naming");

        Assert.Contains("A picture stood here that is out of your sight.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        await Everywhere("o-ooo-o--", secret);
    }

    [Fact]
    public async Task An_answer_is_never_a_page_of_ours_and_never_kept_by_others()
    {
        var hostile = await village["author"].Uploaded("holiday.png", "<html><script>alert(1)</script></html>"u8.ToArray());
        var vector = await village["author"].Uploaded("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray());
        var sheet = await village["author"].Uploaded("wer\"d \u202Eä\r\n.pdf", "%PDF-1.4 x"u8.ToArray());
        foreach (var (file, type) in new[] { (hostile, "application/octet-stream"), (vector, "application/octet-stream"), (sheet, "application/pdf") })
        {
            var answer = await village["author"].GetAsync(new Uri(file, UriKind.Relative));
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.EndsWith("; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("no-cache, private", answer.Headers.CacheControl!.ToString());
        }

        Assert.Equal("wer-d ä.pdf", (await village["author"].GetAsync(new Uri(sheet, UriKind.Relative))).Content.Headers.ContentDisposition!.FileNameStar);
        var picture = await village["author"].GetAsync(new Uri(await Uploaded(), UriKind.Relative));
        Assert.Equal(("image/webp", "inline"), (picture.Content.Headers.ContentType!.MediaType, picture.Content.Headers.ContentDisposition!.DispositionType));
    }

    [Fact]
    public async Task Parts_and_what_is_known_already_are_answered_so_while_it_may_be_read()
    {
        var bytes = new byte[200_000];
        Random.Shared.NextBytes(bytes);
        var file = await village["author"].Uploaded("backup.bin", bytes);
        var post = await Posted(1, $"[x]({file})");
        var whole = await village["colleague"].GetAsync(new Uri(file, UriKind.Relative));

        var part = await Ask("colleague", file, ask => ask.Headers.Range = new RangeHeaderValue(100, 199));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[100..200], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, (await Ask("colleague", file, ask => ask.Headers.IfNoneMatch.Add(whole.Headers.ETag!))).StatusCode);
        await village.Verb<WithdrawPost>().Run(village.IdOf("author"), post);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask("colleague", file, ask => ask.Headers.IfNoneMatch.Add(whole.Headers.ETag!))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask("colleague", file, ask => ask.Headers.Range = new RangeHeaderValue(100, 199))).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_not_for_somebody_answers_like_one_that_is_not_there()
    {
        var file = await Uploaded();

        foreach (var role in new[] { "colleague", GateVillage.Visitor })
            Assert.Equal(await Shown(role, "/attachments/999999999/x.webp"), await Shown(role, file));

        // Tokens, the request's number and the way back are another for every page.
        async Task<string> Shown(string role, string address) => Regex.Replace((await village[role].Page(address)).Replace(Uri.EscapeDataString(address), "", StringComparison.Ordinal).Replace(address, "", StringComparison.Ordinal), "value=\"CfDJ8[^\"]*\"|Number of this request: [0-9a-f]+", "");
    }

    Task<string> Uploaded(uint colour = 0xFF2266AA) => village["author"].Uploaded("Stacks, second floor.png", Sent.Picture(colour: colour));

    async Task<long> Posted(int space, string body) =>
        await village.Opening(await village.Verb<StartTopic>().Run(village.IdOf("author"), GateVillage.Spaces[space], TopicKind.Thread, "With a file", body, []));

    Task<HttpResponseMessage> Ask(string role, string file, Action<HttpRequestMessage> with)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, file);
        with(request);
        return village[role].SendAsync(request);
    }

    async Task Everywhere(string expected, string file)
    {
        var id = file.Split('/')[2];
        foreach (var address in new[] { file, $"/attachments/{id}", $"/attachments/{id}/another-name.html", file + "?width=480", file + "?width=9999" })
        {
            var letters = "";
            foreach (var role in GateVillage.Roles)
                letters += await village[role].Status(address) switch { HttpStatusCode.OK => 'o', HttpStatusCode.NotFound => '-', var other => throw new InvalidOperationException($"{address} gives {role} {other}") };
            Assert.Equal(expected, letters);
        }
    }
}
