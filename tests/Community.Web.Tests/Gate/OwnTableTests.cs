using System.Net;
using Community.Governance;
using Community.Notifications.Pushing;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Tests.Attachments;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Gate;

/// <summary>Route by role for what belongs to one person: drafts, faces, files and tokens.</summary>
[Collection(nameof(GateVillage))]
public sealed class OwnTableTests(GateVillage village)
{
    const string Word = "wombatdraft";

    // Columns: administrator moderator steward member author colleague guest stranger visitor. Letters: o done, - 404.
    [Theory]
    [InlineData(Tier.Unit, "o-ooo-o--")]
    [InlineData(Tier.Institution, "oooooo---")]
    [InlineData(Tier.Partners, "ooooooo--")]
    [InlineData(Tier.Public, "oooooooo-")]
    public async Task A_draft_is_kept_at_places_that_its_writer_may_see(Tier tier, string expected)
    {
        var topic = await village.Start(GateVillage.Spaces[(int)tier], "To be answered later");
        var opening = await village.Opening(topic);
        foreach (var place in new[] { $"reply/{topic}", $"comment/{opening}", $"edit/{opening}" })
            Assert.Equal((place, expected), (place, await Sent("/drafts", ("Place", place), ("Body", "Not yet."))));
    }

    [Theory]
    [InlineData("discard")]
    [InlineData("restore")]
    public async Task A_draft_is_read_thrown_away_and_brought_back_by_its_writer_alone(string act)
    {
        var author = village.IdOf("author");
        await village.Verb<SaveDraft>().Run(author, DraftPlace.ReplyIn(await village.Start(GateVillage.Spaces[3], "Drafted " + act)), new DraftText(Word), null);
        var draft = await village.Site.Store.Read(db => db.Drafts.Where(d => d.PersonId == author).OrderByDescending(d => d.Id).Select(d => d.Id).FirstAsync());
        var readers = "";
        foreach (var role in GateVillage.Roles) readers += (await village[role].Page("/drafts")).Contains(Word, StringComparison.Ordinal) ? 'o' : '-';

        Assert.Equal("----o----", readers);
        Assert.Equal("----o----", await Sent($"/drafts/{draft}/{act}"));
        await village.Verb<DiscardDraft>().Run(author, draft);
    }

    [Fact]
    public async Task A_token_is_revoked_by_its_person_alone()
    {
        await village.Verb<MakeToken>().Run(village.IdOf("author"), "To be revoked");
        var token = await village.Site.Store.Read(db => db.ApiTokens.Where(t => t.Name == "To be revoked").Select(t => t.Id).SingleAsync());

        Assert.Equal("----o----", await Sent($"/account/tokens/{token}/revoke"));
    }

    [Theory]
    [InlineData("test")]
    [InlineData("remove")]
    public async Task A_device_that_is_told_of_notices_is_tested_and_removed_by_its_person_alone(string act)
    {
        var author = village.IdOf("author");
        var (_, shown) = WebPushCrypto.NewSiteKey();
        var device = await village.Verb<TellDevice>().Run(author, await village.Verb<StartSession>().Run(author, null, "Firefox"), new PushTarget("https://push.example.org/" + act, shown, "AAAAAAAAAAAAAAAAAAAAAA"), "Firefox");

        Assert.Equal("----o----", await Sent($"/account/push/{device}/{act}"));
        if (act == "test") await village.Verb<ForgetDevice>().Run(author, device);
    }

    // Staff see all people; a guest those of the own spaces and the authors of what a guest can read; a visitor the latter.
    [Theory]
    [InlineData(Tier.Unit, "ooooooo--")]
    [InlineData(Tier.Institution, "oooooo---")]
    [InlineData(Tier.Partners, "ooooooo--")]
    [InlineData(Tier.Public, "ooooooooo")]
    public async Task A_face_in_each_width_is_for_those_who_may_see_the_person(Tier tier, string expected)
    {
        var (person, space) = (await village.Site.Person($"Faced in {tier}"), GateVillage.Spaces[(int)tier]);
        if (tier == Tier.Unit) await village.Verb<EnrolPerson>().Run(village.IdOf("administrator"), space, person, false);
        await village.Verb<StartTopic>().Run(person, space, TopicKind.Thread, "By somebody with a face", "Hello.", []);
        await village.Verb<ChooseFace>().Run(person, new MemoryStream(Attachments.Sent.Picture(800, 600)));
        var sizes = await village.Site.Store.Read(db => db.Faces.Where(f => f.PersonId == person).OrderBy(f => f.Width).ToListAsync());
        var version = KnownFaces.VersionOf(sizes[^1].Hash);

        Assert.True(sizes.Count > 1);
        foreach (var width in sizes.Select(size => size.Width).Append(1).Append(9_999)) Assert.Equal((width, expected), (width, await Got($"/people/{person}/face/{version}/{width}")));
        Assert.Equal("---------", await Got($"/people/{person}/face/{"0123456789abcdef"[..version.Length]}/{sizes[0].Width}"));
    }

    [Theory]
    [InlineData(Tier.Unit, "o-ooo-o--")]
    [InlineData(Tier.Institution, "oooooo---")]
    [InlineData(Tier.Partners, "ooooooo--")]
    [InlineData(Tier.Public, "ooooooooo")]
    public async Task A_picture_in_each_width_and_a_file_are_for_those_who_read_the_post(Tier tier, string expected)
    {
        var (picture, file) = (await village["author"].Uploaded("Shelf.png", Attachments.Sent.Picture(2_600, 1_300)), await village["author"].Uploaded("List.csv", "shelf;metres"u8.ToArray()));
        await village.Verb<StartTopic>().Run(village.IdOf("author"), GateVillage.Spaces[(int)tier], TopicKind.Thread, "With both", $"![x]({picture}) [y]({file})", []);
        var id = long.Parse(picture.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        var widths = await village.Site.Store.Read(db => db.Attachments.Where(a => a.Id == id).SelectMany(a => a.Sizes).Select(s => s.Width).ToListAsync());

        Assert.True(widths.Count > 1);
        foreach (var address in widths.Select(width => $"{picture}?width={width}").Append(picture).Append(file)) Assert.Equal((address, expected), (address, await Got(address)));
    }

    Task<string> Got(string path) => Letters(async role => await village[role].Status(path));

    Task<string> Sent(string path, params (string Name, string Value)[] fields) =>
        Letters(async role => (await village[role].PostBare(path, [.. fields, ("__RequestVerificationToken", await village.Token(role))])).StatusCode);

    static async Task<string> Letters(Func<string, Task<HttpStatusCode>> ask)
    {
        var letters = "";
        foreach (var role in GateVillage.Roles)
            letters += await ask(role) switch { HttpStatusCode.OK or HttpStatusCode.SeeOther => 'o', HttpStatusCode.NotFound => '-', var other => throw new InvalidOperationException($"{role} gets {other}") };
        return letters;
    }
}
