using System.Net;
using System.Text;
using Community.Notifications;
using Community.Notifications.Mailing;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Watching;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Community.Web.Tests.Mailing;

/// <summary>What is mailed to whom, through a mail server on loopback.</summary>
public sealed class LetterTests : IAsyncLifetime
{
    readonly SmtpSink sink = new();
    RunningSite site = null!;
    long asker, answerer;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.Start(settings: sink.Settings);
        await site.Verb<DescribeInstitution>().Run(null, "University Library", "https://community.library.example", SignUp.Closed, "", "Etc/UTC");
        await site.Verb<MakeSpace>().Run(null, "loans", "Loans", "", Governance.Tier.Institution);
        (asker, answerer) = (await site.Person("Anna Asker"), await site.Person("Otto Answerer"));
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await sink.DisposeAsync();
    }

    [Fact]
    public async Task A_letter_carries_the_disclaimer_of_the_day()
    {
        await site.Verb<MakeSpace>().Run(null, "desk", "Desk", "", Governance.Tier.Public);
        await site.Verb<Community.Topics.Voices.WriteDisclaimer>().Run(null, "I write for myself here.");
        var question = await site.Verb<StartTopic>().Run(asker, "desk", TopicKind.Question, "Which door is open?", "Tell, please.", []);
        await Answer(question, "The left one, as I see it.");
        await site.Verb<Community.Topics.Voices.WriteDisclaimer>().Run(null, "Another sentence.");
        site.Clock.Forward(PostNotices.Patience + TimeSpan.FromSeconds(5));
        await Post();

        var mail = Read(Assert.Single(await sink.Wait(1)));
        foreach (var body in new[] { mail.TextBody, mail.HtmlBody })
        {
            Assert.Contains("I write for myself here.", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Another sentence.", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_is_mailed_once_a_little_later_with_what_it_says()
    {
        var question = await Ask();
        await Answer(question, "Interleave it with *blotting paper*, see [the note](/notes/1).");
        await Post();
        Assert.Empty(sink.Mails);

        site.Clock.Forward(PostNotices.Patience + TimeSpan.FromSeconds(5));
        await Post();
        await Post();
        var mail = Read(Assert.Single(await sink.Wait(1)));
        Assert.Equal(("Which paper for wet volumes?", "anna.asker@library.example"), (mail.Subject, mail.To.Mailboxes.Single().Address));
        Assert.Contains("Interleave it with blotting paper, see the note <https://community.library.example/notes/1>.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Otto Answerer answered", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("<em>blotting paper</em>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal($"topic.{question}@library.example", mail.InReplyTo);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("<loans.library.example>", mail.Headers["List-Id"]);

        await Answer(question, "Or freeze it.");
        site.Clock.Forward(PostNotices.Patience + TimeSpan.FromSeconds(5));
        await Post();
        var second = Read((await sink.Wait(2))[^1]);
        Assert.Contains("Or freeze it.", second.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("blotting", second.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_read_taken_back_or_lost_meanwhile_is_not_sent()
    {
        var (read, back) = (await Ask(), await Ask());
        await Answer(read, "Read in time.");
        var post = await Answer(back, "Taken back in time.");
        await site.Verb<MakeSpace>().Run(null, "vault", "Vault", "", Governance.Tier.Unit);
        foreach (var person in new[] { asker, answerer }) await site.Verb<EnrolPerson>().Run(site.AdministratorId, "vault", person, false);
        var lost = await Ask("vault");
        await Answer(lost, "Nothing for those who left.");
        await site.Quiet();
        sink.Refusals = int.MaxValue;
        site.Clock.Forward(PostNotices.Patience + TimeSpan.FromSeconds(5));
        await site.Verb<PostNotices>().Run();
        // The server takes none at first: what changes until the next try counts.
        // One for each answer, and one for each who was added to the vault.
        await site.Until("five letters were refused", async db => await db.Mails.CountAsync(m => m.Letter == Letter.Notices && m.Tries > 0) == 5);
        await site.Verb<SeeNotices>().Run(asker, long.MaxValue, new NoticeSubject(read, null));
        await site.Verb<WithdrawPost>().Run(answerer, post);
        await site.Verb<DismissPerson>().Run(site.AdministratorId, "vault", asker);
        sink.Refusals = 0;
        var seen = sink.Mails.Count;
        site.Clock.Forward(TimeSpan.FromHours(7));
        await site.Until("no letter waits", async db => !await db.Mails.AnyAsync(m => m.Letter == Letter.Notices && m.SentAt == null));
        Assert.All(sink.Mails.Skip(seen).Select(Read), mail => Assert.DoesNotContain("in time", mail.TextBody, StringComparison.Ordinal));
        Assert.DoesNotContain(sink.Mails, mail => mail.Contains("who left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_digest_comes_once_a_day_with_what_was_not_seen_and_stays_away_when_there_is_nothing()
    {
        await site.Verb<ChooseMail>().Run(asker, new Dictionary<MailGroup, MailPace> { [MailGroup.ToYou] = MailPace.Daily, [MailGroup.Spaces] = MailPace.Never }, 8 * 60 + 45);
        var question = await Ask();
        await Answer(question, "Interleave it.");
        var thread = await site.Verb<StartTopic>().Run(answerer, "loans", TopicKind.Thread, "The van is late", "Again.", []);
        await site.Verb<ChooseWatch>().Run(asker, new WatchSubject(TopicId: thread), WatchLevel.Follow);
        await site.Verb<AddPost>().Run(site.AdministratorId, thread, Part.Reply, null, "It stands in the snow.");
        await site.Quiet();

        await ToTheDigest(asker);
        foreach (var _ in new[] { 1, 2, 3 }) await site.Verb<PostDigests>().Run();
        await site.Until("no mail waits", async db => !await db.Mails.AnyAsync(m => m.SentAt == null));
        var mail = Read(Assert.Single(sink.Mails, mail => mail.Contains("anna.asker@", StringComparison.Ordinal)));
        Assert.StartsWith("One thing waits for you", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Interleave it.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("It stands in the snow.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("What you follow", mail.HtmlBody, StringComparison.Ordinal);

        await ToTheDigest(asker);
        await site.Verb<PostDigests>().Run();
        await Task.Delay(2_500);
        Assert.Single(sink.Mails, one => one.Contains("anna.asker@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_click_ends_them_without_signing_in()
    {
        await Answer(await Ask(), "Interleave it.");
        await site.Quiet();
        site.Clock.Forward(PostNotices.Patience + TimeSpan.FromSeconds(5));
        await Post();
        var off = new Uri(Read(Assert.Single(await sink.Wait(1))).Headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath;

        using var program = site.Visitor();
        Assert.Contains("No more of these", await program.Page(off), StringComparison.Ordinal);
        Assert.Equal(MailPace.AtOnce, await site.Store.Read(db => db.MailWishes.Where(w => w.PersonId == asker).Select(w => w.ToYou).SingleOrDefaultAsync()));
        using var one = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(new Uri(off, UriKind.Relative), one)).StatusCode);
        Assert.Equal(MailPace.Never, await site.Store.Read(db => db.MailWishes.Where(w => w.PersonId == asker).Select(w => w.ToYou).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, await program.Status(off[..^5] + "aaaaa"));

        await Answer(await Ask(), "Freeze it.");
        site.Clock.Forward(PostNotices.Patience + TimeSpan.FromSeconds(5));
        await Post();
        await Task.Delay(2_500);
        Assert.Single(sink.Mails);
    }

    Task<long> Ask(string space = "loans") => site.Verb<StartTopic>().Run(asker, space, TopicKind.Question, "Which paper for wet volumes?", "They came in today.", []);

    Task<long> Answer(long question, string text) => site.Verb<AddPost>().Run(answerer, question, Part.Answer, null, text);

    async Task Post()
    {
        await site.Quiet();
        await site.Verb<PostNotices>().Run();
    }

    /// <summary>Puts the clock behind the time at which the person's next digest is due.</summary>
    async Task ToTheDigest(long person)
    {
        var next = await site.Store.Read(db => db.MailWishes.Where(w => w.PersonId == person).Select(w => w.NextDigestAt!.Value).SingleAsync());
        site.Clock.Forward(next - site.Clock.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(10));
    }

    static MimeMessage Read(string mail) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)));
}
