using System.Globalization;
using Community.Experts;
using Community.Governance;
using Community.Notifications;
using Community.People;
using Community.Questions;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Search.Routing;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Tests.Questions.Promise;

/// <summary>A month of questions, minute by minute in steps of a quarter of an hour: over weekends, Easter and the change to summer time in London.</summary>
public sealed class LadderMonthTests : IAsyncLifetime
{
    static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    readonly Village village = new();
    readonly List<string> table = [];
    readonly Dictionary<long, string> names = [];
    readonly Dictionary<string, long> questions = [];
    bool quiet;

    public ValueTask InitializeAsync() => village.InitializeAsync();

    public ValueTask DisposeAsync() => village.DisposeAsync();

    [Fact]
    public async Task Who_was_asked_when()
    {
        village.Clock.Pass(Utc("2026-03-20 14:00") - village.Clock.Now());
        await Begin();
        await Until("2026-03-20 15:00");
        await Ask("Fri", "A reader cannot renew");                 // 15:00 on a Friday: Ann and Ben
        await Until("2026-03-20 15:30");
        await Decline("Fri", "Ann", isForMe: false, "Eve");        // not me, ask Eve
        await Until("2026-03-23 09:30");
        await Decline("Fri", "Cas", isForMe: true);                // not now
        await Until("2026-03-23 11:30");
        await Answer("Fri", "Dee");
        await Until("2026-03-25 09:00");
        await Ask("Wed", "The scanner gives grey pages");          // nobody says a word: two, two, then the steward
        await Until("2026-03-27 16:30");
        await Ask("Dst", "Which form for a lost card");            // runs over the change of clocks
        await Until("2026-03-30 09:30");
        await Choose("Ann", 2, null, null, pausedUntil: "2026-04-13 00:00");
        quiet = true;
        await Choose("Ben", 2, 12 * 60, 8 * 60, null);             // Ben is quiet from noon on
        await Until("2026-03-30 10:00");
        await Answer("Dst", "Ben");
        await Until("2026-04-01 13:00");
        await Ask("Noon", "Where do returned parcels go");         // Ann is away, Ben is quiet
        await Ask("Noon2", "Who has the key to the annex");        // Cas and Dee are at their limits soon
        await Until("2026-04-02 16:00");
        await Ask("Easter", "A parcel came without a slip");       // promised within eight working hours: Tuesday
        await Until("2026-04-08 10:00");
        await Ask("Nobody", "Just wondering about the stamps", AskedWhom.Nobody);
        await Until("2026-04-09 09:00");
        await AskNamed("Named", "The old register", "Ben", "Ann"); // Ann is paused: refused; Ben alone is asked
        await Until("2026-04-15 17:00");

        foreach (var (word, id) in questions)
            if (await village.Read(db => db.QuestionClocks.AsNoTracking().SingleAsync(c => c.TopicId == id)) is var clock)
                table.Add($"{word} is promised by {Local(clock.DueAt)}: {(clock.IsKept(village.Clock.Now()) switch { true => "kept", false => "broken", _ => "open" })}; the stewards by {Local(clock.EscalateAt)}{(clock.EscalatedAt is { } at ? $", told {Local(at)}" : "")}");
        var rate = await village.Read(async db => await db.KeptRateOf(await db.Spaces.Where(s => s.Slug == Village.Institution).Select(s => s.Id).SingleAsync(), village.Clock.Now()));
        table.Add($"kept {rate.Kept} of {rate.Of}");
        Assert.Equal(Expected.Trim().Split('\n').Select(line => line.Trim()), table);
    }

    /// <summary>Checked by hand against the terms: eight working hours, two more after two, the stewards two before the end.</summary>
    const string Expected = """
        Fri 20 Mar 15:00  Fri is asked
        Fri 20 Mar 15:00  Fri: Ann and Ben asked
        Fri 20 Mar 15:30  Fri: Ann says not me, ask Eve
        Fri 20 Mar 15:30  Fri: Eve asked
        Mon 23 Mar 09:00  Fri: Cas asked
        Mon 23 Mar 09:30  Fri: Cas says not now
        Mon 23 Mar 09:30  Fri: Dee asked
        Mon 23 Mar 11:30  Fri: the steward told that the promise is near
        Mon 23 Mar 11:30  Fri: Dee answers
        Wed 25 Mar 09:00  Wed is asked
        Wed 25 Mar 09:00  Wed: Ann and Ben asked
        Wed 25 Mar 11:00  Wed: Cas and Dee asked
        Wed 25 Mar 13:00  Wed: the steward told that the promise is near
        Fri 27 Mar 16:30  Dst is asked
        Fri 27 Mar 16:30  Dst: Ann and Ben asked
        Mon 30 Mar 10:00  Dst: Ben answers
        Wed 01 Apr 13:00  Noon is asked
        Wed 01 Apr 13:00  Noon2 is asked
        Wed 01 Apr 13:00  Noon: Cas and Dee asked
        Wed 01 Apr 13:00  Noon2: Cas and Dee asked
        Wed 01 Apr 15:00  Noon: Eve asked
        Wed 01 Apr 15:00  Noon2: Eve asked
        Thu 02 Apr 09:00  Noon: Ben asked
        Thu 02 Apr 09:00  Noon2: Ben asked
        Thu 02 Apr 11:00  Noon: the steward told that the promise is near
        Thu 02 Apr 11:00  Noon2: the steward told that the promise is near
        Thu 02 Apr 16:00  Easter is asked
        Thu 02 Apr 16:00  Easter: Cas and Dee asked
        Tue 07 Apr 10:00  Easter: Ben and Eve asked
        Tue 07 Apr 12:00  Easter: the steward told that the promise is near
        Wed 08 Apr 10:00  Nobody is asked
        Wed 08 Apr 16:00  Nobody: the steward told that the promise is near
        Thu 09 Apr 09:00  Named: Ann is not asked at present. Name somebody else, or leave it to the space.
        Thu 09 Apr 09:00  Named is asked
        Thu 09 Apr 09:00  Named: Ben asked
        Thu 09 Apr 11:00  Named: Cas and Dee asked
        Thu 09 Apr 13:00  Named: Eve asked
        Thu 09 Apr 15:00  Named: the steward told that the promise is near
        Fri is promised by Mon 23 Mar 15:00: kept; the stewards by Mon 23 Mar 13:00, told Mon 23 Mar 11:30
        Wed is promised by Wed 25 Mar 17:00: broken; the stewards by Wed 25 Mar 15:00, told Wed 25 Mar 13:00
        Dst is promised by Mon 30 Mar 16:30: kept; the stewards by Mon 30 Mar 14:30
        Noon is promised by Thu 02 Apr 13:00: broken; the stewards by Thu 02 Apr 11:00, told Thu 02 Apr 11:00
        Noon2 is promised by Thu 02 Apr 13:00: broken; the stewards by Thu 02 Apr 11:00, told Thu 02 Apr 11:00
        Easter is promised by Tue 07 Apr 16:00: broken; the stewards by Tue 07 Apr 14:00, told Tue 07 Apr 12:00
        Nobody is promised by Thu 09 Apr 10:00: broken; the stewards by Wed 08 Apr 16:00, told Wed 08 Apr 16:00
        Named is promised by Thu 09 Apr 17:00: broken; the stewards by Thu 09 Apr 15:00, told Thu 09 Apr 15:00
        kept 2 of 8
        """;

    async Task Begin()
    {
        await village.Store.Write(async db =>
        {
            db.Institutions.Add(new Institution("Library", "https://community.example", SignUp.Closed, "", null, village.Clock.Now()));
            await db.SaveChangesAsync();
            (await db.Institutions.SingleAsync()).KeepTimeIn("Europe/London");
            await db.SaveChangesAsync();
        });
        foreach (var name in new[] { "Ann", "Ben", "Cas", "Dee", "Eve" }) names[await village.Person(name)] = name;
        names[village.Steward] = "the steward";
        // Evidence: Ann wrote most, then Ben, Cas, Dee and Eve.
        var thread = await village.Verb<StartTopic>().Run(village.Writer, Village.Institution, TopicKind.Thread, "How we do it", "All of it.", []);
        foreach (var (person, count) in names.Where(n => n.Value.Length == 3).Select((n, i) => (n.Key, 10 - 2 * i)))
            for (var i = 0; i < count; i++) await village.Verb<AddPost>().Run(person, thread, Part.Reply, null, $"What I do, part {i}.");
        await village.Verb<KeepHolidays>().Run(village.Administrator, "2026-04-03 Good Friday\n2026-04-06 Easter Monday");
        await village.Verb<MakePromise>().Run(village.Steward, Village.Institution, PromiseTerms.Default, "2026-04-14 Staff day");
    }

    Task Ask(string word, string title, AskedWhom asked = AskedWhom.Space) => AskOf(word, title, asked, []);

    Task AskNamed(string word, string title, params string[] people) => AskOf(word, title, AskedWhom.People, [.. people.Select(IdOf)]);

    async Task AskOf(string word, string title, AskedWhom asked, IReadOnlyList<long> people)
    {
        try
        {
            questions[word] = await village.Verb<AskQuestion>().Run(village.Writer, Village.Institution, title, "What we do about it?", [], asked, people);
            Note($"{word} is asked");
        }
        catch (RefusedException refused)
        {
            Note($"{word}: {refused.Message}");
            if (people.Count > 1) await AskOf(word, title, asked, [people[0]]);
        }
    }

    async Task Decline(string word, string who, bool isForMe, string? ask = null)
    {
        await village.Verb<DeclineInvitation>().Run(IdOf(who), questions[word], isForMe, ask is null ? null : IdOf(ask));
        Note($"{word}: {who} says not {(isForMe ? "now" : "me")}{(ask is null ? "" : $", ask {ask}")}");
    }

    async Task Answer(string word, string who)
    {
        await village.Verb<AddPost>().Run(IdOf(who), questions[word], Part.Answer, null, "Like this.");
        Note($"{word}: {who} answers");
    }

    Task Choose(string who, int mostOpen, int? quietFrom, int? quietUntil, string? pausedUntil) =>
        village.Verb<ChooseInvitations>().Run(IdOf(who), mostOpen, quietFrom, quietUntil, pausedUntil is null ? null : Utc(pausedUntil));

    long IdOf(string name) => names.Single(n => n.Value == name).Key;

    /// <summary>Lets time pass, and the program work: what it did is written down.</summary>
    async Task Until(string local)
    {
        var (follow, notify) = (new FollowQuestions(village.Store, village.Clock), new NotifyPeople(village.Store, village.Clock));
        var invite = new InviteNext(village.Store, new Candidates(village.Store, new Writers(village), village.Clock), village.Clock, NullLogger<InviteNext>.Instance);
        var silence = new EndSilence(village.Store, village.Clock);
        for (var seen = await LastNotice(); ; village.Clock.Pass(Step()))
        {
            while (await follow.Step(default)) ;
            await silence.Run();
            while (await invite.Run() > 0) ;
            while (await follow.Step(default)) ;
            while (await notify.Step(default)) ;
            var told = await village.Read(db => db.Notifications.AsNoTracking().Where(n => n.Id > seen && (n.Kind == NoticeKind.Invited || n.Kind == NoticeKind.PromiseNear)).OrderBy(n => n.TopicId).ThenBy(n => n.PersonId).ToListAsync());
            Assert.DoesNotContain(told, n => quiet && n.Kind == NoticeKind.Invited && names[n.PersonId] == "Ben" && TimeZoneInfo.ConvertTimeFromUtc(n.At, London).Hour is >= 12 or < 8);
            Assert.All(told.Where(n => n.Kind == NoticeKind.Invited), n => Assert.True(TimeZoneInfo.ConvertTimeFromUtc(n.At, London) is { Hour: >= 9 and < 17, DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday) }));
            foreach (var one in told.GroupBy(n => (n.TopicId, n.Kind)))
                Note($"{questions.Single(q => q.Value == one.Key.TopicId).Key}: {string.Join(" and ", one.Select(n => names[n.PersonId]))} {(one.Key.Kind == NoticeKind.Invited ? "asked" : "told that the promise is near")}");
            seen = await LastNotice();
            await Check();
            if (village.Clock.Now() >= Utc(local)) return;
        }
    }

    /// <summary>A quarter of an hour by day, an hour by night.</summary>
    TimeSpan Step() => TimeSpan.FromMinutes(TimeZoneInfo.ConvertTimeFromUtc(village.Clock.Now(), London).Hour is >= 7 and < 18 ? 15 : 60);

    Task<long> LastNotice() => village.Read(db => db.Notifications.MaxAsync(n => (long?)n.Id)).ContinueWith(last => last.Result ?? 0, TaskScheduler.Default);

    /// <summary>At no moment is somebody beyond the own limit, or a question asked of more than two.</summary>
    async Task Check()
    {
        var open = await village.Read(db => db.Invitations.AsNoTracking().Where(i => i.State == InvitationState.Open || i.State == InvitationState.Waiting).Select(i => new { i.PersonId, i.TopicId }).ToListAsync());
        Assert.All(open.GroupBy(i => i.PersonId), own => Assert.True(own.Count() <= 2));
        Assert.All(open.GroupBy(i => i.TopicId), asked => Assert.True(asked.Count() <= Invitation.MostAtOnce));
    }

    void Note(string what) => table.Add($"{Local(village.Clock.Now())}  {what}");

    static string Local(DateTime at) => TimeZoneInfo.ConvertTimeFromUtc(at, London).ToString("ddd dd MMM HH:mm", CultureInfo.InvariantCulture);

    static DateTime Utc(string local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), London);

    /// <summary>Everybody who wrote something, by what they wrote: every post fits as well.</summary>
    sealed class Writers(Village village) : IKnowers
    {
        public Task<IReadOnlyList<RankedPerson>> About(string text, Viewer viewer, CancellationToken stop) => village.Read(async db =>
        {
            var posts = await db.Posts.Where(p => p.Part == Part.Reply).Select(p => p.Id).ToListAsync(stop);
            return await new WhoKnows(db, village.Clock).Of([.. posts.Select(id => new RelevantPost(id, 1))], _ => false, viewer, stop);
        });
    }
}
