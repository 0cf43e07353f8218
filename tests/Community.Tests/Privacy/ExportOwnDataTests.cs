using System.Text.Json;
using Community.Governance;
using Community.People;
using Community.Reports;
using Community.Search;
using Community.Search.Saved;
using Community.Topics;
using Community.Topics.Masks;
using Community.Transfer.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Privacy;

/// <summary>Everything of one's own goes out, and nothing of anybody else's.</summary>
public sealed class ExportOwnDataTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task The_canary_words_of_somebody_are_all_in_it_and_those_of_others_are_not()
    {
        var (mine, theirs) = (await Write("quokka"), await Write("wombat"));

        var files = await village.OwnData(mine.Person);

        var all = string.Join('\n', files.Values);
        foreach (var word in mine.Words) Assert.Contains(word, all, StringComparison.Ordinal);
        Assert.DoesNotContain("wombat", all, StringComparison.OrdinalIgnoreCase);
        Assert.All(mine.Secrets, secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
        Assert.Contains("quokka", string.Join('\n', (await village.OwnData(mine.Person)).Values), StringComparison.Ordinal);
        foreach (var word in theirs.Words) Assert.Contains(word, string.Join('\n', (await village.OwnData(theirs.Person)).Values), StringComparison.Ordinal);
        foreach (var file in files.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal))) Assert.NotEqual(0, JsonDocument.Parse(file.Value).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Every_table_that_names_a_person_is_in_it_or_is_known_not_to_be()
    {
        await using var db = village.Context();
        var exported = PersonalColumns.Of(db.Model).Select(table => table.Table).ToHashSet();
        var named = db.Model.GetEntityTypes().Where(type => type.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Person)) || type.GetProperties().Any(property => property.Name == "PersonId")).Select(type => type.GetTableName()!);
        Assert.DoesNotContain(named, table => !exported.Contains(table));
        var columns = PersonalColumns.Of(db.Model).SelectMany(table => table.Columns.Select(column => column.Name)).ToList();
        Assert.DoesNotContain(columns, column => column.Contains("Hash", StringComparison.Ordinal) || column.Contains("Secret", StringComparison.Ordinal) || column.Contains("Stamp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_who_has_no_access_gets_anything()
    {
        var person = await village.Person("Closed Clara");
        await village.Verb<ClosePerson>().Run(village.Administrator, person);
        using var into = new MemoryStream();
        Assert.Equal(Refusal.NotFound, (await Assert.ThrowsAsync<RefusedException>(() => village.Verb<ExportOwnData>().Run(person, into))).Kind);
        Assert.Equal(0, into.Length);
    }

    /// <summary>Somebody who writes one word of their own everywhere.</summary>
    async Task<(long Person, List<string> Words, List<string> Secrets)> Write(string word)
    {
        var words = new List<string>();
        string Say(string what)
        {
            words.Add(word + what);
            return word + what;
        }

        var email = Say("mail") + "@library.example";
        var person = (await village.Verb<AddPerson>().Run(null, Say("name"), email, Role.Member, null, "heron under the blue gate")).Id;
        await village.Enrol(Village.Institution, person);
        await village.Verb<DescribePerson>().Run(person, word + "name", Say("job"), Say("subject"));
        var topic = await village.Start(person, TopicKind.Question, Village.Institution, Say("title"), Say("opening"));
        var note = await village.Start(village.Writer, TopicKind.Note, Village.Institution, "A note of somebody else's", "Nothing of theirs.");
        var noteText = await village.Opening(note);
        var reply = await village.Add(person, await village.Start(village.Writer), Part.Reply, body: Say("reply"));
        await village.Verb<RevisePost>().Run(person, reply, new Edit(Say("revised"), Say("summary"), 1));
        await village.Verb<SaveDraft>().Run(person, DraftPlace.ReplyIn(topic), new DraftText(Say("draft")), null);
        await village.Verb<CastVote>().Run(person, noteText, 1);
        await village.Verb<BookmarkPost>().Run(person, noteText, true);
        await village.Verb<ReportPost>().Run(person, noteText, ReportOutcome.Worked, Say("place"), null, Say("line"));
        await village.Verb<SaveSearch>().Run(person, new SearchRequest(Say("search")), Say("searchname"));
        await village.Verb<CloseTopic>().Run(person, topic, Outcome.Decided, Say("reason"));
        await village.Verb<StartSession>().Run(person, null, Say("device"));
        var token = await village.Verb<MakeToken>().Run(person, Say("token"));
        await village.Verb<RenewFeedKey>().Run(person);
        await village.Verb<AllowMasks>().Run(village.Steward, Village.Institution, true);
        await village.Verb<Community.Questions.Asking.AskQuestion>().Run(person, Village.Institution, Say("masked"), Say("maskedbody"), [], Community.Questions.Asking.AskedWhom.Space, [], masked: true);
        return (person, words, [token, await village.Read(db => db.FeedKeys.Where(k => k.PersonId == person).Select(k => k.Secret).FirstAsync()), await village.Read(db => db.Accounts.Where(a => a.PersonId == person).Select(a => a.PasswordHash!).FirstAsync())]);
    }
}
