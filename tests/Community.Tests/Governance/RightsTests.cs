using Community.Glossary;
using Community.Governance;
using Community.Notes;
using Community.Notes.Answering;
using Community.Notes.Care;
using Community.Questions;
using Community.Questions.Answering;
using Community.Questions.Asking;
using Community.Questions.Duplicates;
using Community.Questions.Promise;
using Community.Questions.Rearranging;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Masks;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Governance;

/// <summary>Who may what: the contract's table, asked of the verbs themselves.</summary>
public sealed class RightsTests(Village village) : IClassFixture<Village>
{
    // A letter for each tier: Unit, Institution, Partners, Public. d: done; r: refused, though it may be seen; -: as if it were not there.
    const string Columns = "administrator moderator steward member unit-member colleague guest stranger";

    [Theory]
    [InlineData("start", "dddd -ddd dddd dddd dddd -ddd d-dd ---r")]
    [InlineData("reply", "dddd -ddd dddd dddd dddd -ddd d-dd ---r")]
    [InlineData("comment", "dddd -ddd dddd dddd dddd -ddd d-dd ---r")]
    [InlineData("vote", "dddd -ddd dddd dddd dddd -ddd d-dd ---r")]
    [InlineData("mark an answer", "dddd -ddd dddd dddd dddd -ddd d-dd ---r")]
    [InlineData("have a question", "dddd -ddd dddd dddd dddd -ddd d-dd ---r")]
    [InlineData("accept", "dddd -ddd dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("close", "dddd -ddd dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("mark as asked before", "dddd -ddd dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("say when it is needed", "dddd -ddd dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("say that a note answers", "dddd -ddd dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("look behind a mask", "rrrr -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("split", "dddd -ddd dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("convert", "dddd -ddd dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("retitle", "dddd -ddd dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("pin", "dddd -ddd dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("move", "dddd -ddd rrrr rrrr rrrr -rrr r-rr ---r")]
    [InlineData("remove", "dddd -ddd rrrr rrrr rrrr -rrr r-rr ---r")]
    [InlineData("reinstate", "dddd -ddd rrrr rrrr rrrr -rrr r-rr ---r")]
    [InlineData("revise", "dddd -ddd rrrr rrrr rrrr -rrr r-rr ---r")]
    [InlineData("revise a note", "dddd -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("appoint a steward of a note", "dddd -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("check a note", "dddd -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("outdate a note", "dddd -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("let positions stand on a note", "dddd -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("set the review of a note", "dddd -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("hand over a note", "dddd -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("say whether a note is still true", "dddd -ddd dddd dddd dddd -ddd d-dd ---r")]
    [InlineData("set the interval of a space's notes", "dddd -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("withdraw", "rrrr -rrr rrrr rrrr rrrr -rrr r-rr ---r")]
    [InlineData("join", "rddd -ddd rddd rddd rddd -ddd r-rr ---r")]
    [InlineData("enrol", "dddd -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("enrol a unit", "dddd -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("add a term", "dddd -ddd dddd dddd dddd -ddd d-dd ---r")]
    [InlineData("revise a term", "dddd -ddd dddd dddd dddd -ddd d-dd ---r")]
    [InlineData("remove a term", "dddd -ddd dddd rrrr rrrr -rrr r-rr ---r")]
    [InlineData("bring back a term", "dddd -ddd dddd ---- ---- ---- ---- ----")]
    [InlineData("charter", "dddd -rrr dddd rrrr rrrr -rrr r-rr ---r")]
    public async Task The_table_of_rights_holds(string act, string expected)
    {
        var people = new[] { village.Administrator, village.Moderator, village.Steward, village.Member, village.UnitMember, village.Colleague, village.Guest, village.Stranger };
        var found = new List<string>();
        foreach (var person in people)
        {
            var letters = "";
            foreach (var space in Village.Spaces) letters += await Outcome(await Prepare(act, space), person);
            found.Add(letters);
        }

        Assert.Equal(Columns + "\n" + expected, Columns + "\n" + string.Join(' ', found));
    }

    [Theory]
    [InlineData("start")]
    [InlineData("reply")]
    [InlineData("comment")]
    [InlineData("vote")]
    public async Task Nobody_without_an_account_writes(string act)
    {
        foreach (var space in Village.Spaces.Except([Village.Public])) Assert.Equal('-', await Outcome(await Prepare(act, space), 0));
        Assert.Equal('r', await Outcome(await Prepare(act, Village.Public), 0));
    }

    [Fact]
    public async Task Only_administrators_make_spaces()
    {
        foreach (var person in new[] { village.Moderator, village.Steward, village.Member, village.Guest, village.Stranger })
            await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<MakeSpace>().Run(person, "mine", "Mine", "", Tier.Public));

        Assert.Equal("theirs", await village.Verb<MakeSpace>().Run(village.Administrator, "theirs", "Theirs", "", Tier.Unit));
    }

    [Fact]
    public async Task Staff_describe_a_subject_and_guests_do_not()
    {
        await village.Start(village.Member, tags: "repair");

        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<DescribeTag>().Run(village.Guest, "repair", "x", []));
        await village.Verb<DescribeTag>().Run(village.Colleague, "repair", "Mending what was read.", []);
    }

    static async Task<char> Outcome(Func<long, Task> act, long person)
    {
        try
        {
            await act(person);
            return 'd';
        }
        catch (RefusedException refused)
        {
            return refused.Kind switch { Refusal.Forbidden => 'r', Refusal.NotFound => '-', _ => throw new InvalidOperationException(refused.Message, refused) };
        }
    }

    /// <summary>Something fresh to act on, made by Wendy in the space.</summary>
    async Task<Func<long, Task>> Prepare(string act, string space)
    {
        var kind = act is "accept" or "mark as asked before" or "mark an answer" or "have a question" or "say when it is needed" ? TopicKind.Question : act.Contains("note", StringComparison.Ordinal) ? TopicKind.Note : TopicKind.Thread;
        var topic = await village.Start(village.Writer, kind, space);
        var opening = await village.Opening(topic);
        var answer = kind == TopicKind.Question ? await village.Add(village.Writer, topic, Part.Answer) : 0;
        if (act == "reinstate") await village.Verb<RemovePost>().Run(village.Administrator, opening, "Off topic.");
        var edit = new Edit("Better.", null, null);
        var term = act.Contains("term", StringComparison.Ordinal) ? await village.Verb<AddTerm>().Run(village.Writer, space, Word("made")) : 0;
        if (act == "bring back a term") await village.Verb<RemoveTerm>().Run(village.Administrator, term, "Nobody says so.");
        return act switch
        {
            "start" => person => village.Start(person, space: space),
            "reply" => person => village.Add(person, topic, Part.Reply),
            "comment" => person => village.Add(person, topic, Part.Comment),
            "vote" => person => village.Verb<CastVote>().Run(person, opening, 1),
            "accept" => person => village.Verb<AcceptAnswer>().Run(person, topic, answer),
            "mark an answer" => person => village.Verb<MarkHelpful>().Run(person, answer),
            "have a question" => person => village.Verb<HaveSameQuestion>().Run(person, topic),
            "close" => person => village.Verb<CloseTopic>().Run(person, topic, Community.Topics.Outcome.Decided, "Linen."),
            "mark as asked before" => async person => await village.Verb<MarkDuplicate>().Run(person, topic, await village.Start(village.Writer, TopicKind.Question, space), "The same."),
            "say when it is needed" => person => village.Verb<SayNeed>().Run(person, topic, DateOnly.FromDateTime(village.Clock.Now()).AddDays(9), "The audit is then."),
            "say that a note answers" => async person => await village.Verb<AnswerWithNote>().Run(person, await village.Start(village.Writer, TopicKind.Question, space), topic),
            "look behind a mask" => await Masked(space) is var masked ? person => village.Verb<LookBehindMask>().Run(person, masked, "A threat was made.") : null!,
            "split" => async person => await village.Verb<SplitTopic>().Run(person, topic, [await village.Add(village.Writer, topic, Part.Reply)], space, TopicKind.Thread, "Of its own", "Another subject."),
            "convert" => person => village.Verb<ConvertTopic>().Run(person, topic, TopicKind.Question),
            "retitle" => person => village.Verb<RetitleTopic>().Run(person, topic, "Which glue?", []),
            "pin" => person => village.Verb<PinTopic>().Run(person, topic, true),
            "move" => person => village.Verb<MoveTopic>().Run(person, topic, space == Village.Public ? Village.Partners : Village.Public),
            "remove" => person => village.Verb<RemovePost>().Run(person, opening, "Off topic."),
            "reinstate" => person => village.Verb<ReinstatePost>().Run(person, opening, "A mistake."),
            "revise" => person => village.Verb<RevisePost>().Run(person, opening, edit),
            "revise a note" => person => village.Verb<ReviseNote>().Run(person, opening, edit),
            "appoint a steward of a note" => person => village.Verb<AppointNoteSteward>().Run(person, topic, village.Member, true),
            "check a note" => person => village.Verb<CheckNote>().Run(person, topic),
            "outdate a note" => person => village.Verb<OutdateNote>().Run(person, topic, "We lend it no more."),
            "let positions stand on a note" => person => village.Verb<DisputeNote>().Run(person, topic, new Side(village.Member, "Linen.", "/posts/1"), new Side(village.Writer, "Paper.", "https://tape.example/")),
            "set the review of a note" => person => village.Verb<ChooseReview>().Run(person, topic, 6),
            "hand over a note" => person => village.Verb<HandOverNote>().Run(person, topic, Keeper.Person(village.Member), "She knows it best."),
            "say whether a note is still true" => person => village.Verb<SayStillTrue>().Run(person, topic, Verdict.No, "The tape is gone."),
            "set the interval of a space's notes" => person => village.Verb<ChooseNoteInterval>().Run(person, space, 6),
            "withdraw" => person => village.Verb<WithdrawPost>().Run(person, opening),
            "join" => person => village.Verb<JoinSpace>().Run(person, space),
            "enrol" => person => village.Verb<EnrolPerson>().Run(person, space, village.Writer, false),
            "enrol a unit" => async person => await village.Verb<EnrolUnit>().Run(person, space, 1, true),
            "add a term" => person => village.Verb<AddTerm>().Run(person, space, Word("added")),
            "revise a term" => async person => await village.Verb<ReviseTerm>().Run(person, term, Word("revised"), await village.Read(db => db.Terms.Where(t => t.Id == term).Select(t => t.RevisionNumber).SingleAsync())),
            "remove a term" => person => village.Verb<RemoveTerm>().Run(person, term, "Nobody says so."),
            "bring back a term" => person => village.Verb<RestoreTerm>().Run(person, term),
            "charter" => person => village.Verb<RecharterSpace>().Run(person, space, space, "", Enum.GetValues<Tier>()[Village.Spaces.ToList().IndexOf(space)]),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };
    }

    async Task<long> Masked(string space)
    {
        await village.Verb<AllowMasks>().Run(village.Steward, space, true);
        return await village.Verb<AskQuestion>().Run(village.Writer, space, "Whom do I tell?", "It happened again.", [], AskedWhom.Space, [], masked: true);
    }

    static TermText Word(string name) => TermText.Of($"{name} {Guid.NewGuid():N}", "Something.", []);
}
