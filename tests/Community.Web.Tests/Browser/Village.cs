using Community.Glossary;
using Community.Governance;
using Community.People;
using Community.Playbooks;
using Community.Policies;
using Community.Questions;
using Community.Search.Asked;
using Community.Search.Gaps;
using Community.Search.Saved;
using Community.Search;
using Community.Spaces;
using Community.Topics.Moderating;
using Community.Topics;
using Community.Web.Tests.Attachments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Browser;

/// <summary>
/// A small library: seven people in three units, a space of every tier, and in them what real texts have: long words, code, tables, quotes,
/// comments, an accepted answer, posts taken back and hidden, a note with six sections, a question that came from elsewhere.
/// </summary>
public sealed class Village
{
    public const string Li = "Li Wen";
    public const string Jonas = "Jonas Brandt";
    /// <summary>A moderator.</summary>
    public const string Amara = "Amara Osei-Tutu";
    public const string Tomas = "Tomáš Říha";
    public const string Maximiliane = "Maximiliane Hohenstauffenberg-Vandermeersch";
    /// <summary>A guest from another library, in the shared store only.</summary>
    public const string Gwen = "Gwen Parry";
    public const string Ruth = RunningSite.Administrator;

    /// <summary>A word that stands only in the space of the binding room.</summary>
    public const string Canary = "klucelpergament";
    /// <summary>A subject that only a topic of the binding room has.</summary>
    public const string CanaryTag = "gluepots";

    readonly RunningSite site;
    readonly Dictionary<string, long> people = [];

    Village(RunningSite site) => this.site = site;

    public long Question { get; private set; }

    public long Accepted { get; private set; }

    public long Thread { get; private set; }

    public long Note { get; private set; }

    public long NoteText { get; private set; }

    public long Closed { get; private set; }

    public long Secret { get; private set; }

    /// <summary>A question with a picture and a file, revised, answered with another picture.</summary>
    public long Pictured { get; private set; }

    public long PicturedText { get; private set; }

    public long Imported { get; private set; }

    /// <summary>A word of the space of the loans, revised once; the accepted answer has it.</summary>
    public long Term { get; private set; }

    /// <summary>A playbook of Amara's in its second version, with a long text in everything.</summary>
    public long Playbook { get; private set; }

    public long Policy { get; private set; }

    /// <summary>A reply of Tomáš's that Li flagged.</summary>
    public long Flagged { get; private set; }

    /// <summary>A reply of Tomáš's that was removed, and for which he appeals.</summary>
    public long Removed { get; private set; }

    /// <summary>Open, with its second step taken by Maximiliane and an answer that waits for Amara.</summary>
    public long Run { get; private set; }

    /// <summary>Stopped.</summary>
    public long StoppedRun { get; private set; }

    public long this[string person] => people[person];

    public static async Task<Village> Found(RunningSite site)
    {
        var village = new Village(site);
        await village.LetIn();
        await village.MakeSpaces();
        await village.AskAndAnswer();
        await village.Discuss();
        await village.WriteDown();
        await village.Show();
        await village.Explain();
        await village.Begin();
        await village.Respond();
        village.Imported = await ForeignQuestion.Bring(site);
        await village.Miss();
        return village;
    }

    public Task<long> Start(string by, string space, TopicKind kind, string title, string body, params string[] tags) =>
        site.Verb<StartTopic>().Run(people[by], space, kind, title, body, tags);

    public Task<long> Add(string by, long topicId, Part part, string body, long? under = null) => site.Verb<AddPost>().Run(people[by], topicId, part, under, body);

    public Task<long> Opening(long topicId) => site.Store.Read(db => Task.FromResult(db.Posts.Single(p => p.TopicId == topicId && p.Part == Part.Opening).Id));

    async Task LetIn()
    {
        people[Ruth] = site.AdministratorId;
        foreach (var (name, role, unit) in new[]
        {
            (Li, Role.Member, "Interlibrary Loan"), (Jonas, Role.Member, "Cataloguing"), (Amara, Role.Moderator, "Research Support"),
            (Tomas, Role.Member, "Cataloguing"), (Maximiliane, Role.Member, "Interlibrary Loan"), (Gwen, Role.Guest, ""),
        })
            people[name] = await site.Person(name, role, unit);
        await site.Verb<DescribePerson>().Run(people[Li], Li, "Loans between libraries, and the customs forms that come with them", "customs forms\nlending microfilm abroad\nthe Thursday van");
    }

    async Task MakeSpaces()
    {
        foreach (var (slug, name, purpose, tier) in VillageTexts.Spaces) await site.Verb<MakeSpace>().Run(people[Ruth], slug, name, purpose, tier);
        foreach (var name in new[] { Li, Jonas, Tomas, Maximiliane }) await site.Verb<JoinSpace>().Run(people[name], "loans");
        await site.Verb<EnrolPerson>().Run(people[Ruth], "loans", people[Amara], true);
        await site.Verb<EnrolPerson>().Run(people[Ruth], "binding-room", people[Tomas], true);
        var unit = await site.Store.Read(db => Task.FromResult(db.Units.Single(u => u.Name == "Interlibrary Loan").Id));
        await site.Verb<EnrolUnit>().Run(people[Ruth], "binding-room", unit, true);
        await site.Verb<EnrolPerson>().Run(people[Ruth], "shared-store", people[Gwen], false);
        Secret = await Start(Tomas, "binding-room", TopicKind.Thread, "Which glue for the old covers", VillageTexts.Secret, CanaryTag);
        await Start(Gwen, "shared-store", TopicKind.Thread, "Who books the lorry in June", "Two of us think that it is the other one.", "transport");
    }

    async Task AskAndAnswer()
    {
        Question = await Start(Li, "loans", TopicKind.Question, "A parcel for a library outside the customs union came back: which form was missing?", VillageTexts.Question, "customs", "parcels", "lending-abroad");
        var first = await Add(Jonas, Question, Part.Answer, VillageTexts.FirstAnswer);
        Accepted = await Add(Maximiliane, Question, Part.Answer, VillageTexts.AcceptedAnswer);
        var regretted = await Add(Tomas, Question, Part.Answer, "Just declare it as a gift.");
        var rude = await Add(Tomas, Question, Part.Answer, "Whoever packed it should not pack again.");
        await Add(Li, Question, Part.Comment, "That was it. The desk had only the old labels.", Accepted);
        await Add(Tomas, Question, Part.Comment, "The new labels are in the second drawer, under `forms/2024/`.", Accepted);
        await site.Verb<AcceptAnswer>().Run(people[Li], Question, Accepted);
        await site.Verb<CastVote>().Run(people[Jonas], Accepted, 1);
        await site.Verb<CastVote>().Run(people[Li], first, 1);
        await site.Verb<WithdrawPost>().Run(people[Tomas], regretted);
        await site.Verb<RemovePost>().Run(people[Amara], rude, "It blames a colleague and answers nothing.");
        await Start(Maximiliane, "loans", TopicKind.Question, "Does anybody still have the key to the microfilm cabinet on the mezzanine?", "The one with the blue tag. We need it before the inspection.", "keys");
    }

    async Task Discuss()
    {
        await site.Verb<SaveSearch>().Run(people[Ruth], new SearchRequest("quiet hours"));
        Thread = await Start(Jonas, "front-desk", TopicKind.Thread, "Quiet hours in the reading room: what we saw in the first month", VillageTexts.ThreadOpening, "reading-room");
        var opening = await Opening(Thread);
        var reply = await Add(Li, Thread, Part.Reply, $"> [!quote post={opening} rev=1]\n> fewer complaints than before\n\nAt our desk it was the same, but only after the sign was moved.");
        await Add(Tomas, Thread, Part.Reply, VillageTexts.LongWords, reply);
        var gone = await Add(Maximiliane, Thread, Part.Reply, "I counted wrongly, please ignore this.");
        await Add(Amara, Thread, Part.Reply, $"> [!quote post={gone} rev=1]\n> I counted wrongly\n\nIt happens. @{Li}, could you count again next week?");
        await Add(Jonas, Thread, Part.Comment, "I have the counter here.", reply);
        await site.Verb<WithdrawPost>().Run(people[Maximiliane], gone);
        Closed = await Start(Amara, "front-desk", TopicKind.Thread, "Lockers: coin or code?", "Coins jam. Codes are forgotten. What would you take?", "lockers");
        await Add(Jonas, Closed, Part.Reply, "Code, with a spare key at the desk.");
        await site.Verb<CloseTopic>().Run(people[Amara], Closed, Outcome.Decided, "Codes, from September on.");
        await site.Verb<DescribeTag>().Run(people[Jonas], "reading-room", "Everything about the large room on the first floor.", ["great-room"]);
    }

    async Task WriteDown()
    {
        Note = await Start(Maximiliane, "loans", TopicKind.Note, "Packing a volume that must not bend", VillageTexts.Note, "parcels", "packing");
        NoteText = await Opening(Note);
        await site.Verb<Community.Notes.ReviseNote>().Run(people[Maximiliane], NoteText, new Edit(VillageTexts.Note.Replace("two fingers", "three fingers", StringComparison.Ordinal), "Three fingers after the spring damage", 1));
        await Add(Li, Note, Part.Comment, "Worked for the atlas, with a second box around it.");
    }

    async Task Show()
    {
        foreach (var person in new[] { Jonas, Maximiliane }) await site.Verb<ChooseFace>().Run(people[person], new MemoryStream(Sent.Picture(800, 600, 0xFF88AA44)));
        var (wide, table) = (await Store(Maximiliane, "shelf.png", Sent.Picture()), await Store(Maximiliane, "Übersicht der Rechtsgeschichtezeitschriftenregale.csv", "shelf;metres"u8.ToArray()));
        Pictured = await Start(Maximiliane, "loans", TopicKind.Question, "Does this shelf bend more than it may?", $"It is the third from the window.\n\n{wide.Markdown("A shelf that bends in the middle")}\n\n![]({wide.Address})\n\nAll of them: {table.Markdown()}", "shelves");
        PicturedText = await Opening(Pictured);
        await site.Verb<RevisePost>().Run(people[Maximiliane], PicturedText, new Edit($"It is the third from the window.\n\n{wide.Markdown("A grey shelf that bends in the middle")}\n\nAll of them: {table.Markdown()}\n\n![The plan](https://plans.example/floor.png)", "The plan", 1));
        await Add(Jonas, Pictured, Part.Answer, "Ours looks the same and holds.\n\n- first\n- " + (await Store(Jonas, "ours.png", Sent.Picture(300, 900, 0xFFCC8833))).Markdown("Our shelf, straight"));
    }

    async Task Explain()
    {
        Term = await site.Verb<AddTerm>().Run(people[Li], "loans", TermText.Of("duty", "What the customs want for a thing.", ["customs duty"]));
        await site.Verb<ReviseTerm>().Run(people[Maximiliane], Term, TermText.Of("duty", "What the customs want for a thing that stays in the country. For what goes back there is the temporary paper.", ["customs duty", "Einfuhrabgabenbescheidsgebühr", "import tax"]), 1, "Said what goes back");
        await site.Verb<AddTerm>().Run(people[Jonas], "front-desk", TermText.Of("spare key", "It hangs behind the desk, with a yellow tag. <b>Sign for it.</b>", []));
        await site.Verb<AddTerm>().Run(people[Tomas], "binding-room", TermText.Of(Canary, "A thing of the binding room.", []));
    }

    /// <summary>A playbook in use, another one that is retired, and runs of the first.</summary>
    async Task Respond()
    {
        var unit = await site.Store.Read(db => Task.FromResult(db.Units.Single(u => u.Name == "Interlibrary Loan").Id));
        var terms = new PlaybookTerms(Scenario.Other, "A Rechtsgeschichtezeitschriftenregalbruch", "A shelf has come down in the reading room", "Books lie on the floor, or somebody says that they soon will. Not for a single loose board.", people[Amara],
            [new("Keep people away, and say here that you do.", Doer.Starter, 1), new("Look what is broken, and write down what can be lent out again.", Doer.Unit(unit), 4), new("Ask the house for the Rechtsgeschichtezeitschriftenaufsatzdatenbankserverraumschlüssel.", Doer.Person(people[Tomas]), 8), new("Decide when the room opens again.", Doer.Owner, 8)],
            "Dear {author},\n\nthank you for telling us in {title}. We have looked:\n\n- what fell, and\n- when it is up again.\n\nMore at {post}.", Doer.Owner, 40);
        Policy = await site.Verb<MakePolicy>().Run(people[Ruth], PolicyText.Of("Rechtsgeschichtezeitschriftenregalordnung", PolicyKind.Conduct, "## Who reads\n\nEverybody.", "", DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime), true, "Networks | ours", PolicyTemplates.Quiz), people[Amara]);
        await site.Verb<ReleasePolicy>().Run(people[Ruth], Policy, 1, 1);
        Flagged = await site.Verb<AddPost>().Run(people[Tomas], Thread, Part.Reply, null, "As the lady with the green folder said, whom we all know.");
        await site.Verb<FlagPost>().Run(people[Li], Flagged, ReasonClass.Privacy, "She reads here every day.");
        Removed = await site.Verb<AddPost>().Run(people[Tomas], Thread, Part.Reply, null, "Whoever built this shelf should be ashamed.");
        await site.Verb<RemovePost>().Run(people[Amara], Removed, "It speaks of somebody, not of the shelf.", 2);
        await site.Verb<AppealAct>().Run(people[Tomas], await site.Store.Read(db => db.Removals.Where(r => r.PostId == Removed).Select(r => (long?)r.Id).FirstAsync()), null, "Nobody is named.");
        Playbook = await site.Verb<MakePlaybook>().Run(people[Ruth], terms with { Steps = [terms.Steps[0]] });
        await site.Verb<RevisePlaybook>().Run(people[Amara], Playbook, terms, 1);
        await site.Verb<RetirePlaybook>().Run(people[Ruth], await site.Verb<AdoptReady>().Run(people[Ruth], "press"));
        Run = await site.Verb<StartRun>().Run(people[Li], await Opening(Thread), Playbook, "Three boards of the first bay, with the folios on them.");
        await site.Verb<FinishStep>().Run(people[Li], Run, 1, "Two chairs and a tape.");
        await site.Verb<TakeStep>().Run(people[Maximiliane], Run, 2);
        await site.Verb<ProposeReply>().Run(people[Li], Run, "It is **up again** on Monday.");
        StoppedRun = await site.Verb<StartRun>().Run(people[Li], await Opening(Pictured), Playbook, "It only bends.");
        await site.Verb<StopRun>().Run(people[Li], StoppedRun, "It only bends, and holds.");
    }

    /// <summary>What was searched for and not found, in each state of it, and searches that somebody keeps.</summary>
    async Task Miss()
    {
        await site.Quiet();
        var (li, jonas) = (await site.SignedIn(Li), await site.SignedIn(Jonas));
        foreach (var words in VillageTexts.Missed)
            foreach (var browser in new[] { li, jonas }) await browser.Page("/search?q=" + Uri.EscapeDataString(words));

        await site.Services.GetRequiredService<WriteSearches>().Write();
        var gaps = await site.Store.Read(db => Task.FromResult(db.Gaps.ToDictionary(gap => gap.Words, gap => gap.Id)));
        var (taken, written, nobodys) = (gaps["first aid room"], gaps["lift out of order"], gaps["canteen menu"]);
        foreach (var gap in new[] { taken, written }) await site.Verb<ClaimGap>().Run(people[Li], gap);
        await site.Verb<FinishGap>().Run(people[Li], written, Thread);
        await site.Verb<DismissGap>().Run(people[Amara], nobodys, "It hangs beside the door.");
        await site.Verb<SaveSearch>().Run(people[Li], new SearchRequest("Einfuhrabgabenbescheidsgebühr OR \"temporary export\" by:me", TopicKind.Question, "loans", "customs"), isAlerting: false);
        await site.Verb<SaveSearch>().Run(people[Li], new SearchRequest("", Space: "binding-room"), "What the binders say", isAlerting: false);
        await site.Quiet();
    }

    async Task<StoredAttachment> Store(string by, string name, byte[] content) => await site.Verb<StoreAttachment>().Run(people[by], name, new MemoryStream(content));

    /// <summary>Drafts of one person: of something new, of a reply and a comment, and of a reply that can no longer be sent.</summary>
    async Task Begin()
    {
        foreach (var (place, text) in new[]
        {
            (DraftPlace.New(TopicKind.Question), new DraftText("We have two, and **neither** is signed.", "Which of the two contracts for the Rechtsgeschichte-Zeitschriftenaufsatzdatenbank counts?", "loans", "contracts")),
            (DraftPlace.ReplyIn(Thread), new DraftText("With us it was the clock on the wall, which ticks louder than anybody talks.")),
            (DraftPlace.CommentUnder(await Opening(Thread)), new DraftText("Which month was it?")),
            (DraftPlace.ReplyIn(Closed), new DraftText("Coins, because a code is told to friends.")),
        })
            await site.Verb<SaveDraft>().Run(people[Maximiliane], place, text, null);
    }
}
