using System.Globalization;
using System.Text;
using Community.Events;
using Community.Notes.Care;
using Community.Notifications;
using Community.Notifications.Mailing;
using Community.People;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Search.Routing;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace Community.Web.Tests.Mailing;

/// <summary>A month of mail, in steps of a quarter of an hour by day: over weekends, the change to summer time, Easter, quiet hours and a review.</summary>
public sealed class MailMonthTests : IAsyncLifetime
{
    static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    readonly SmtpSink sink = new();
    readonly List<string> table = [];
    readonly Dictionary<string, long> people = [];
    RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        // Sweeps are run by the test, at known moments; the outbox and the followers of the log work by themselves.
        site = new RunningSite { Configure = WithoutSweeper };
        foreach (var (key, value) in sink.Settings) site.Settings[key] = value;
        await site.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await sink.DisposeAsync();
    }

    [Fact]
    public async Task What_was_sent_to_whom()
    {
        To("2026-03-09 10:00");
        await Begin();
        var note = await site.Verb<StartTopic>().Run(people["Stew"], "loans", TopicKind.Note, "Renewals", "How we renew.", []);
        await site.Verb<ChooseReview>().Run(people["Stew"], note, 1);
        await Until("2026-03-20 15:00");
        var renew = await site.Verb<AskQuestion>().Run(people["Ann"], "loans", "A reader cannot renew", "What now?", [], AskedWhom.People, [people["Ben"]]); // Ben is invited at once
        var van = await site.Verb<StartTopic>().Run(people["Cas"], "loans", TopicKind.Thread, "The van is late", "Again.", []);
        await Until("2026-03-20 16:00");
        await Post("Ben", renew, Part.Answer, "Look at the card first.");             // Ann hears at once
        await Post("Cas", van, Part.Reply, $"@[Dee](person:{people["Dee"]}) drives on Monday.");      // Dee wants that weekly: on Monday
        await Until("2026-03-21 19:30");
        await Comment("Ann", renew, "The card is fine.");                           // Saturday evening: Ben is quiet until 08:00
        await Until("2026-03-23 10:00");
        await site.Verb<ChooseWatch>().Run(people["Ann"], new WatchSubject(TopicId: van), WatchLevel.Follow);
        await Post("Cas", van, Part.Reply, "It came.");                             // in Ann's digest of Tuesday
        await Until("2026-03-25 11:00");
        await Comment("Ann", renew, "And now?");                                   // Ben reads it within a minute: no mail
        await site.Quiet();
        await site.Verb<SeeNotices>().Run(people["Ben"], long.MaxValue, new NoticeSubject(renew, null));
        await Until("2026-03-27 16:00");
        await Post("Cas", van, Part.Reply, "Late once more.");                      // on the Monday after the clocks changed, at 08:45 as ever
        await Until("2026-04-02 17:30");
        await Post("Cas", van, Part.Reply, $"@[Dee](person:{people["Dee"]}) has the key.");          // Thursday before Easter: for Ann on Tuesday, for Dee weekly, which is Tuesday as well
        await Until("2026-04-07 12:00");
        var back = await Post("Cas", van, Part.Reply, $"@[Ann](person:{people["Ann"]}) should know.");
        await site.Verb<WithdrawPost>().Run(people["Cas"], back);                    // taken back at once: nobody hears
        await Until("2026-04-10 09:00");                                            // the review is due on the ninth: in Stew's digest of that morning
        await site.Verb<StopMail>().Run(await Secret("Ann"), null);                  // Ann wants no digest any more
        await Post("Cas", van, Part.Reply, "All is well.");
        await Until("2026-04-14 12:00");

        var said = string.Join('\n', table);
        Assert.True(said == string.Join('\n', Expected.Trim().Split('\n').Select(line => line.Trim())), said);
    }

    /// <summary>Checked by hand against what each of them wants.</summary>
    const string Expected = """
        Fri 20 Mar 15:15  Ben: A reader cannot renew (Ann asks you to answer)
        Fri 20 Mar 16:15  Ann: A reader cannot renew (Ben answered)
        Sun 22 Mar 08:00  Ben: A reader cannot renew (Ann commented)
        Mon 23 Mar 08:45  Dee: One thing waits for you: Monday, 23 March (To you:; Cas named or quoted you)
        Tue 24 Mar 08:45  Ann: What is new: Tuesday, 24 March (What you follow:; Cas wrote)
        Tue 24 Mar 08:45  Dee: What is new: Tuesday, 24 March (What you follow:; Cas wrote)
        Mon 30 Mar 08:45  Ann: What is new: Monday, 30 March (What you follow:; Cas wrote)
        Mon 30 Mar 08:45  Dee: What is new: Monday, 30 March (What you follow:; Cas wrote)
        Tue 07 Apr 08:45  Ann: What is new: Tuesday, 7 April (What you follow:; Cas wrote)
        Tue 07 Apr 08:45  Dee: One thing waits for you: Tuesday, 7 April (To you:; Cas named or quoted you)
        Thu 09 Apr 08:45  Stew: One thing waits for you: Thursday, 9 April (What you keep:; Its review is due)
        Mon 13 Apr 08:45  Dee: What is new: Monday, 13 April (What you follow:; Cas wrote)
        """;

    async Task Begin()
    {
        await site.Verb<DescribeInstitution>().Run(null, "University Library", "https://community.library.example", SignUp.Closed, "", "Europe/London");
        await site.Verb<MakeSpace>().Run(null, "loans", "Loans", "", Governance.Tier.Institution);
        foreach (var name in new[] { "Ann", "Ben", "Cas", "Dee", "Stew" }) people[name] = await site.Person(name);
        await site.Verb<KeepHolidays>().Run(site.AdministratorId, "2026-04-03 Good Friday\n2026-04-06 Easter Monday");
        await site.Verb<ChooseInvitations>().Run(people["Ben"], 2, 18 * 60, 8 * 60, null);
        await site.Verb<ChooseMail>().Run(people["Dee"], new Dictionary<MailGroup, MailPace> { [MailGroup.ToYou] = MailPace.Weekly });
        foreach (var person in people.Values) await site.Verb<ChooseMail>().Run(person, new Dictionary<MailGroup, MailPace> { [MailGroup.Spaces] = MailPace.Never });
    }

    Task<long> Post(string who, long topic, Part part, string text) => site.Verb<AddPost>().Run(people[who], topic, part, null, text);

    /// <summary>Under the answer.</summary>
    async Task Comment(string who, long topic, string text) =>
        await site.Verb<AddPost>().Run(people[who], topic, Part.Comment, await site.Store.Read(db => db.Posts.Where(p => p.TopicId == topic && p.Part == Part.Answer).Select(p => p.Id).SingleAsync()), text);

    Task<string> Secret(string who) => site.Store.Read(db => db.MailWishes.Where(w => w.PersonId == people[who]).Select(w => w.OffSecret).SingleAsync());

    /// <summary>Lets time pass, and the program work: what it sent is written down.</summary>
    async Task Until(string local)
    {
        while (true)
        {
            await Work();
            var now = TimeZoneInfo.ConvertTimeFromUtc(site.Clock.GetUtcNow().UtcDateTime, London);
            if (now >= At(local)) return;

            To(Next(now));
        }
    }

    async Task Work()
    {
        await site.Quiet();
        await site.Verb<EndSilence>().Run();
        await site.Verb<InviteNext>().Run();
        await site.Verb<RemindStewards>().Run();
        await site.Quiet();
        while (await site.Verb<PostNotices>().Run() > 0) ;
        while (await site.Verb<PostDigests>().Run() > 0) ;
        // What is on its way is claimed for ten minutes.
        var claimed = site.Clock.GetUtcNow().UtcDateTime.AddMinutes(11);
        await site.Until("what is due is sent", async db => !await db.Mails.AnyAsync(m => m.SentAt == null && m.NextTryAt <= claimed));
        var sent = new List<MimeMessage>();
        while (sink.Mails.TryDequeue(out var raw)) sent.Add(MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(raw))));
        foreach (var mail in sent.OrderBy(mail => mail.To.Mailboxes.Single().Name, StringComparer.Ordinal)) Note(mail);
    }

    void Note(MimeMessage mail)
    {
        var lines = mail.TextBody!.ReplaceLineEndings("\n").Split('\n');
        var said = new List<string>();
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i + 1].Length > 0 && lines[i + 1].All(c => c == '=')) said.Add(lines[i] + ":");
            else if (lines[i].Length > 0 && lines[i + 1].Length == 0 && people.Keys.Any(name => lines[i].StartsWith(name + " ", StringComparison.Ordinal)) || lines[i].StartsWith("Its review", StringComparison.Ordinal)) said.Add(lines[i].TrimEnd(':'));
        }

        table.Add($"{TimeZoneInfo.ConvertTimeFromUtc(site.Clock.GetUtcNow().UtcDateTime, London).ToString("ddd dd MMM HH:mm", CultureInfo.InvariantCulture)}  {mail.To.Mailboxes.Single().Name}: {mail.Subject} ({string.Join("; ", said)})");
    }

    /// <summary>A quarter of an hour by day, three hours by night.</summary>
    static string Next(DateTime now) => (now.Hour is >= 8 and < 18 ? now.AddMinutes(15 - now.Minute % 15) : now.Date.AddHours(now.Hour < 8 ? 8 : now.Hour < 21 ? 21 : 32)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    void To(string local) => site.Clock.Forward(TimeZoneInfo.ConvertTimeToUtc(At(local), London) - site.Clock.GetUtcNow().UtcDateTime);

    static DateTime At(string local) => DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    static void WithoutSweeper(WebApplicationBuilder builder) => builder.Services.Remove(builder.Services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(Sweeper)));
}
