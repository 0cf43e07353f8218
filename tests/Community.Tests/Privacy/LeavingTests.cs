using Community.Governance;
using Community.Notes.Bench;
using Community.Notes.Care;
using Community.Notes.Leaving;
using Community.Notifications.Replies;
using Community.People;
using Community.People.Guests;
using Community.Search;
using Community.Search.Saved;
using Community.Spaces;
using Community.Spaces.Guests;
using Community.Topics;
using Community.Topics.Watching;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Privacy;

/// <summary>Somebody closes the own account.</summary>
public sealed class LeavingTests(Village village) : IClassFixture<Village>
{
    const string Password = "heron under the blue gate";

    [Fact]
    public async Task Under_the_own_name_everything_stays_and_nothing_opens()
    {
        var person = await Come("Nora Namesake");
        var topic = await village.Start(person);
        var token = await village.Verb<MakeToken>().Run(person, "reader");
        await village.Verb<RenewFeedKey>().Run(person);
        await Refused(Refusal.Invalid, () => Leave(person, password: "not it"));

        await Leave(person);

        Assert.False((await village.Read(db => db.Viewer(person))).IsSignedIn);
        Assert.Null(await village.Verb<CheckPassword>().Run(Email("Nora Namesake"), Password));
        Assert.Null(await village.Read(db => db.TokenOf(token, village.Clock.Now(), default)));
        Assert.False(await village.Read(db => db.FeedKeys.AnyAsync(k => k.PersonId == person)));
        Assert.Equal("Nora Namesake", await village.Read(db => db.People.Where(p => p.Id == person).Select(p => p.Name).FirstAsync()));
        Assert.Equal(person, (await village.Topic(topic)).AuthorId);
        await village.Verb<ReopenPerson>().Run(village.Administrator, person);
        Assert.NotNull(await village.Verb<CheckPassword>().Run(Email("Nora Namesake"), Password));
        await Refused(Refusal.Conflict, async () =>
        {
            await village.Verb<ClosePerson>().Run(village.Administrator, person);
            await Leave(person);
        });
    }

    [Fact]
    public async Task Under_a_neutral_name_nothing_stored_has_the_name_or_the_address_any_more()
    {
        var person = await Come("Zacharias Canaryname");
        await village.Verb<DescribePerson>().Run(person, "Zacharias Canaryname", "Canaryname of the desk", "Canaryname matters");
        var topic = await village.Start(person, body: "Who knows this?");
        await village.Verb<SaveDraft>().Run(person, DraftPlace.ReplyIn(topic), new DraftText("Canaryname half"), null);
        await village.Verb<SaveSearch>().Run(person, new SearchRequest("canaryname"), "All of Canaryname");
        await village.Verb<AddToBench>().Run(person, await village.Add(village.Member, topic, Part.Reply, body: "She knows."), null);
        await village.Verb<ChooseWatch>().Run(person, new WatchSubject(TopicId: topic), WatchLevel.Watch);

        await Leave(person, isNameGone: true);
        await village.Verb<ForgetMails>().Run();
        await village.Verb<ForgetSavedSearches>().Run();
        Assert.False(await village.Read(db => db.SavedSearches.AnyAsync(s => s.PersonId == person)) || await village.Read(db => db.BenchPassages.AnyAsync(b => b.PersonId == person)) || await village.Read(db => db.Watches.AnyAsync(w => w.PersonId == person)));

        Assert.Equal(LeaveCommunity.NoName, await village.Read(db => db.People.Where(p => p.Id == person).Select(p => p.Name).FirstAsync()));
        Assert.Equal(person, (await village.Topic(topic)).AuthorId);
        foreach (var (table, columns) in await Texts())
            foreach (var column in columns)
                Assert.False(await Holds(table, column), $"{table}.{column} still has the name.");
    }

    [Fact]
    public async Task Notes_go_into_the_hands_of_the_colleague_who_is_named_as_far_as_that_one_reads_them()
    {
        var person = await Come("Hanna Handover");
        await village.Enrol(Village.Unit, person);
        var (open, closed) = (await village.Start(person, TopicKind.Note, Village.Institution, "How we mend spines"), await village.Start(person, TopicKind.Note, Village.Unit, "How we count the till"));
        await Refused(Refusal.Invalid, () => Leave(person, heir: village.Guest));
        await Refused(Refusal.Invalid, () => Leave(person, heir: person));

        await Leave(person, heir: village.Colleague);

        Assert.Equal([village.Colleague], (await village.Read(db => db.KeepersOf([open])))[open].PersonIds);
        Assert.True((await village.Read(db => db.KeepersOf([closed])))[closed].IsOrphan);
    }

    [Fact]
    public async Task The_only_administrator_stays_and_guests_of_who_leaves_have_two_weeks()
    {
        await village.Store.Write(async db =>
        {
            db.Accounts.Add(Account.For(await db.People.FirstAsync(p => p.Id == village.Administrator), "ruth@library.example"));
            await db.SaveChangesAsync();
        });
        await village.Verb<UseInvitation>().Run(Secret((await village.Verb<MakeLink>().Run(null, village.Administrator, LinkPurpose.Invitation)).Address), "Ruth Mbeki", Password);
        await Refused(Refusal.Conflict, () => Leave(village.Administrator));

        var person = await Come("Simon Sponsor");
        await village.Enrol(Village.Partners, person);
        var guest = (await village.Verb<InviteGuest>().Run(person, "Guest of Simon", "guest.of.simon@archive.example", [Village.Partners], village.Clock.Now().AddDays(90), "Maps.")).Id;
        await Leave(person);
        Assert.NotNull((await village.Read(db => db.Sponsorships.SingleAsync(s => s.PersonId == guest))).AloneAt);
    }

    static string Email(string name) => name.Replace(' ', '.') + "@library.example";

    static string Secret(string address) => address[(address.LastIndexOf('/') + 1)..];

    async Task<long> Come(string name) => (await village.Verb<AddPerson>().Run(null, name, Email(name), Role.Member, null, Password)).Id;

    Task Leave(long person, string password = Password, bool isNameGone = false, long? heir = null) => village.Verb<LeaveCommunity>().Run(person, password, isNameGone, heir);

    /// <summary>Every text column of every table.</summary>
    async Task<Dictionary<string, List<string>>> Texts()
    {
        await using var db = village.Context();
        return db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null && !type.IsMappedToJson()).GroupBy(type => type.GetTableName()!)
            .ToDictionary(g => g.Key, g => g.SelectMany(type => type.GetProperties()).Where(property => property.ClrType == typeof(string)).Select(property => property.GetColumnName()).Distinct().ToList());
    }

    async Task<bool> Holds(string table, string column)
    {
        await using var db = village.Context();
#pragma warning disable EF1002 // names come from the model
        return await db.Database.SqlQueryRaw<int>($"""SELECT COUNT(*) AS "Value" FROM "{table}" WHERE LOWER(CAST("{column}" AS TEXT)) LIKE '%canaryname%'""").FirstAsync() > 0;
#pragma warning restore EF1002
    }

    static async Task Refused(Refusal kind, Func<Task> act) => Assert.Equal(kind, (await Assert.ThrowsAsync<RefusedException>(act)).Kind);
}
