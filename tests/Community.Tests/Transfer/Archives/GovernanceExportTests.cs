using Community.Governance;
using Community.People;
using Community.Playbooks;
using Community.Spaces.Voices;
using Community.Tests.Playbooks;
using Community.Topics;
using Community.Topics.Holding;
using Community.Topics.Moderating;
using Community.Topics.Voices;

namespace Community.Tests.Transfer.Archives;

/// <summary>How the community is governed is in the archive; what waits, who flagged and who asked without a name is not.</summary>
public sealed class GovernanceExportTests(Village village) : IClassFixture<Village>, IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-export");

    [Fact]
    public async Task Voices_acts_appeals_and_playbooks_are_rows_of_their_own()
    {
        var (topic, act) = await Removed();
        var spoken = await Spoken(topic);
        var run = await village.Running();
        await village.Verb<FinishStep>().Run(village.Member, run, 1, "Said so.");

        var archive = await ExportedArchive.Of(village, folder);

        var voice = Assert.Single(archive.Rows("voices"));
        Assert.Equal(("University Library", village.Member), (voice.GetProperty("name").GetString(), voice.GetProperty("personId").GetInt64()));
        var post = archive.Rows("posts").Single(row => row.GetProperty("id").GetInt64() == spoken);
        Assert.Equal((voice.GetProperty("id").GetInt64(), "University Library"), (post.GetProperty("authorId").GetInt64(), post.GetProperty("authorName").GetString()));
        Assert.Contains(archive.Files, file => file.Key.EndsWith(".md", StringComparison.Ordinal) && file.Value.Contains("We open at nine.", StringComparison.Ordinal) && file.Value.Contains("University Library", StringComparison.Ordinal));
        Assert.Equal("She keeps the web pages.", Assert.Single(archive.Rows("voiceGrants")).GetProperty("why").GetString());

        var removed = Assert.Single(archive.Rows("acts"));
        Assert.Equal((act, "removed", "It names a reader."), (removed.GetProperty("id").GetInt64(), removed.GetProperty("kind").GetString(), removed.GetProperty("reason").GetString()));
        Assert.Equal(act, Assert.Single(archive.Rows("appeals")).GetProperty("actId").GetInt64());
        Assert.Equal("[{\"kind\":\"privacy\",\"flags\":1}]", Assert.Single(archive.Rows("flagCases")).GetProperty("kinds").GetRawText());
        Assert.Equal([1, 2, 3], Assert.Single(archive.Rows("playbookVersions")).GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("number").GetInt32()));
        Assert.Equal(("Said so.", run), Assert.Single(archive.Rows("playbookRuns")) is var row ? (row.GetProperty("steps")[0].GetProperty("line").GetString()!, row.GetProperty("id").GetInt64()) : default);
        Assert.All(archive.Files, file => Assert.DoesNotContain("canary", file.Value, StringComparison.Ordinal));
    }

    /// <summary>A reply that a colleague flagged, a moderator removed, and whose author appealed.</summary>
    async Task<(long Topic, long Act)> Removed()
    {
        var topic = await village.Start(village.Writer);
        var reply = await village.Add(village.Member, topic, Part.Reply, body: "canary of Mrs Smith");
        await village.Verb<FlagPost>().Run(village.Colleague, reply, ReasonClass.Privacy, "canary-word");
        await village.Verb<RemovePost>().Run(village.Moderator, reply, "It names a reader.", 1);
        var act = await village.Read(db => Task.FromResult(db.Removals.Single(r => r.PostId == reply).Id));
        await village.Verb<AppealAct>().Run(village.Member, act, null, "She agreed to it.");
        return (topic, act);
    }

    /// <summary>A reply in the institution's name, and one that waits.</summary>
    async Task<long> Spoken(long topic)
    {
        await village.Verb<DescribeInstitution>().Run(null, "University Library", "https://community.library.example", SignUp.Closed, "", "Europe/Berlin");
        await village.Verb<GrantVoice>().Run(village.Administrator, village.Member, Voice.Institution, null, null, village.Clock.Now().AddDays(30), false, "She keeps the web pages.");
        await Assert.ThrowsAsync<HeldException>(() => village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "We open at nine.", speech: new Speech(Voice.Institution) { IsSure = true }));
        village.Clock.Pass(TimeSpan.FromSeconds(31));
        await village.Verb<ReleaseSubmissions>().Run();
        await Assert.ThrowsAsync<HeldException>(() => village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "canary-waits", speech: new Speech(Voice.Institution) { IsSure = true }));
        return await village.Read(db => Task.FromResult(db.Posts.Single(p => p.TopicId == topic && p.Voice == Voice.Institution).Id));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
