using System.Globalization;
using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Spaces.Voices;
using Community.Topics;
using Community.Topics.Holding;
using Community.Topics.Moderating;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Gate;

/// <summary>Role by act by rule of the space by standing by voice, against the product's own table (<see cref="Rights"/>): what it refuses changes nothing, what it allows is done.</summary>
[Collection(nameof(GateVillage))]
public sealed class DecisionTableTests(GateVillage village)
{
    /// <summary>Acts that a space may rule otherwise, as the tables of acts call them.</summary>
    static readonly (string Name, Act Act)[] Ruled = [("start", Act.StartTopic), ("answer", Act.Reply), ("comment", Act.Comment), ("revise", Act.Revise), ("remove", Act.Remove)];

    public static TheoryData<string, int> Rules => [.. from ruled in Ruled from choice in Enumerable.Range(0, Rights.Choices[ruled.Act].Count) select (ruled.Name, choice)];

    [Fact]
    public void Every_address_that_changes_something_stands_under_a_right()
    {
        var templates = Changing().Select(address => address.Template).ToHashSet();

        Assert.Equal([], templates.Where(template => Deeds.Of(template) is null).Order());
        Assert.Equal([], Deeds.All.Where(deed => !templates.Any(template => Deeds.Of(template) == deed)).Select(deed => deed.Pattern));
        Assert.Equal([], Enum.GetValues<Act>().Except(Deeds.All.SelectMany(deed => deed.Acts)));
    }

    [Theory]
    [InlineData(Tier.Unit)]
    [InlineData(Tier.Public)]
    public async Task What_the_table_refuses_changes_nothing(Tier tier)
    {
        await using var staged = await Staged.In(village, tier);
        var before = await Rows.Of(village.Site);
        var (done, asked) = (new List<string>(), 0);
        foreach (var role in GateVillage.Roles)
            foreach (var address in Changing())
            {
                if (Deeds.Of(address.Template) is not { Under: not Under.Open } deed || deed.Allows(Capacities(role, tier))) continue;

                var answer = await village[role].PostBare(Filled(address, deed, staged), [.. address.Queries.Select(query => (query.Name, Plausible(query.Type))), ("__RequestVerificationToken", await village.Token(role))]);
                asked++;
                if (IsDone(answer)) done.Add($"{role} {address}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }

        Assert.True(asked > 400, $"{asked}");
        Assert.Equal([], done);
        // What was typed is kept for whoever typed it, refused or not.
        Assert.Equal(before.Where(IsNotOwn), (await Rows.Of(village.Site)).Where(IsNotOwn));

        static bool IsNotOwn(string line) => !line.StartsWith("Drafts ", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_space_rules_an_act_and_exactly_those_may(string name, int choice)
    {
        var act = Ruled.Single(ruled => ruled.Name == name).Act;
        foreach (var tier in new[] { Tier.Unit, Tier.Public })
        {
            var space = GateVillage.Spaces[(int)tier];
            // Written before the rule, so that it stops nobody who sets the stage.
            var stages = new Dictionary<string, (long Topic, long Answer)>();
            foreach (var role in GateVillage.Roles)
            {
                var topic = await village.Start(space, "To be ruled", TopicKind.Question);
                stages[role] = (topic, await village.Verb<AddPost>().Run(village.IdOf("member"), topic, Part.Answer, null, "An answer."));
            }

            await village.Verb<RuleSpace>().Run(village.IdOf("administrator"), space, new Dictionary<Act, int> { [act] = choice });
            foreach (var (role, (topic, answer)) in stages)
            {
                var status = await Acting.Of(name, topic, answer, space).OnPage(village[role], await village.Token(role));
                Assert.Equal((role, tier, May(act, choice, role, tier) ? 'o' : GateVillage.Reads(role, tier) && role != GateVillage.Visitor ? 'f' : '-'), (role, tier, name == "start" && status == 422 ? '-' : Letter(status)));
            }

            await village.Verb<RuleSpace>().Run(village.IdOf("administrator"), space, new Dictionary<Act, int> { [act] = 0 });
        }
    }

    /// <summary>Nobody acts on what is out of sight, whatever the table gives them where it is in sight.</summary>
    [Theory]
    [InlineData("withdrawn")]
    [InlineData("hidden")]
    [InlineData("removed")]
    [InlineData("purged")]
    public async Task Nobody_acts_on_what_is_out_of_sight(string standing)
    {
        foreach (var act in new[] { "revise", "vote", "comment", "mark helpful", "report", "accept", "flag" })
        {
            var topic = await village.Start(GateVillage.Spaces[(int)Tier.Public], "Of a standing", TopicKind.Question);
            var post = await village.Verb<AddPost>().Run(village.IdOf("member"), topic, Part.Answer, null, "An answer.");
            await Take(standing, post);
            foreach (var role in GateVillage.Roles)
            {
                var acting = act == "flag" ? new Acting($"/posts/{post}/flag", [("kind", "Order"), ("word", "A word.")]) : Acting.Of(act, topic, post, "");
                Assert.Contains(await acting.OnPage(village[role], await village.Token(role)), new[] { 403, 404, 409, 422 });
            }
        }
    }

    /// <summary>In whose name: the right to post is not the right to speak for others. Columns: without a grant, with one.</summary>
    [Fact]
    public async Task Nobody_speaks_for_the_institution_without_a_grant_of_their_own()
    {
        var space = GateVillage.Spaces[(int)Tier.Public];
        var topic = await village.Start(space, "In whose name", TopicKind.Thread);
        foreach (var role in GateVillage.Roles)
            foreach (var granted in new[] { false, true })
            {
                if (granted && !Capacities(role, Tier.Public).HasFlag(Who.Staff)) continue;

                long? grant = granted ? await village.Verb<GrantVoice>().Run(null, village.IdOf(role), Voice.Institution, null, space, DateTime.UtcNow.AddDays(9), false, "For the table.") : null;
                var status = await new Acting($"/topics/{topic}/posts", [("Part", "Reply"), ("Body", $"The institution says so, by {role}."), ("Speaks", "institution"), ("Sure", "true")]).OnPage(village[role], await village.Token(role));
                if (grant is { } id) await village.Verb<EndVoiceGrant>().Run(null, id);
                await TakeBack(role);
                Assert.Equal((role, granted, granted), (role, granted, status is 303 or 302));
            }

        // It waits half a minute for its author to think again; nothing of it is to come while another test looks.
        async Task TakeBack(string role)
        {
            if (role == GateVillage.Visitor) return;

            var person = village.IdOf(role);
            foreach (var id in await village.Site.Store.Read(db => db.Submissions.Where(s => s.PersonId == person && s.TopicId == topic).Select(s => s.Id).ToListAsync()))
                await village.Verb<UndoSubmission>().Run(person, id);
        }
    }

    IEnumerable<Address> Changing() => Endpoints.Of(village.Site).Where(address => address.Method != "GET" && address.Template != "/status/{code:int}");

    /// <summary>In what capacities a role comes to the author's topics of a tier, where it is the member who wrote below them.</summary>
    static Who Capacities(string role, Tier tier)
    {
        if (role == GateVillage.Visitor) return Who.Nobody;

        var who = role switch
        {
            "administrator" => Who.Administrator | Who.Staff,
            "moderator" => Who.Moderator | Who.Staff,
            "steward" => Who.Steward | Who.Staff | Who.Member,
            "member" => Who.Staff | Who.Member | Who.Author,
            "author" => Who.Staff | Who.Member | Who.Starter | Who.NoteSteward | Who.Author,
            "colleague" => Who.Staff,
            "guest" => tier == Tier.Institution ? Who.Anybody : Who.Member,
            _ => Who.Anybody,
        };
        return GateVillage.Reads(role, tier) ? who : who & (Who.Staff | Who.Moderator | Who.Administrator | Who.Anybody);
    }

    static bool May(Act act, int choice, string role, Tier tier)
    {
        var who = Capacities(role, tier);
        // The author of the topic did not write the answer that is acted on.
        if (role == "author") who &= ~Who.Author;
        return GateVillage.Reads(role, tier) && role != GateVillage.Visitor && (Rights.Choices[act][choice] & who) != 0;
    }

    async Task Take(string standing, long post)
    {
        var (administrator, moderator) = (village.IdOf("administrator"), village.IdOf("moderator"));
        switch (standing)
        {
            case "withdrawn": await village.Verb<WithdrawPost>().Run(village.IdOf("member"), post); break;
            case "hidden": await village.Verb<HidePost>().Run(moderator, post, "It may name a reader.", 1); break;
            case "removed": await village.Verb<RemovePost>().Run(moderator, post, "It names a reader.", 1); break;
            default: await village.Verb<DecidePurge>().Run(administrator, await village.Verb<AskPurge>().Run(moderator, post, "A court asks for it.", 7), true); break;
        }
    }

    static string Filled(Address address, Deed deed, Staged staged) => address.Fill(place => place switch
    {
        "id" when address.Template.Contains("sessions", StringComparison.Ordinal) => Guid.NewGuid().ToString(),
        "id" or "personId" => staged.For(address.Template, deed).ToString(CultureInfo.InvariantCulture),
        "slug" or "space" => staged.Space,
        "tag" => staged.Tag,
        "kind" => "thread",
        _ => "1",
    });

    static string Plausible(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && plain == typeof(bool) ? "true" : plain.IsEnum ? Enum.GetNames(plain)[0] : plain == typeof(string) ? "a sentence" : "1";

    /// <summary>Sent on to the sign-in page is not done.</summary>
    static bool IsDone(HttpResponseMessage answer) => answer.StatusCode is < HttpStatusCode.BadRequest && answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) != true;

    static char Letter(int status) => status switch { 200 or 201 or 204 or 303 => 'o', 403 => 'f', 404 => '-', _ => throw new InvalidOperationException($"{status}") };
}
