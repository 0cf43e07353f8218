using Community.Notifications;
using Community.Notifications.Mailing;
using Community.Notifications.Replies;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Community.Web.Tests.Mailing;

/// <summary>What becomes of mails that come in.</summary>
public sealed class TakeMailTests : IAsyncLifetime
{
    readonly SmtpSink sink = new();
    RunningSite site = null!;
    long asker, answerer, question;

    public async ValueTask InitializeAsync()
    {
        // Nothing listens there: mails are handed over by hand.
        var settings = new Dictionary<string, string?>(sink.Settings) { ["Community:Imap:Host"] = "127.0.0.1", ["Community:Imap:Port"] = "9", ["Community:Imap:EverySeconds"] = "3600" };
        site = await RunningSite.Start(settings: settings);
        await site.Verb<DescribeInstitution>().Run(null, "University Library", "https://community.library.example", SignUp.Closed, "", "Etc/UTC");
        await site.Verb<MakeSpace>().Run(null, "loans", "Loans", "", Governance.Tier.Institution);
        (asker, answerer) = (await site.Person("Anna Asker"), await site.Person("Otto Answerer"));
        question = await site.Verb<StartTopic>().Run(asker, "loans", TopicKind.Question, "Which paper for wet volumes?", "They came in today.", []);
        await site.Verb<AddPost>().Run(answerer, question, Part.Answer, null, "Interleave it.");
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await sink.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_to_an_answer_becomes_a_comment_under_it_once()
    {
        var mail = Answer(await Letter(), "How long?");
        Assert.Equal(ReceivedOutcome.Posted, await site.Verb<TakeMail>().Run(mail));
        Assert.Equal(ReceivedOutcome.Posted, await site.Verb<TakeMail>().Run(mail));

        var comment = await site.Store.Read(db => db.Posts.Where(p => p.TopicId == question && p.Part == Part.Comment).Select(p => new { p.AuthorId, Under = p.Parent!.Part }).SingleAsync());
        Assert.Equal((asker, Part.Answer), (comment.AuthorId, comment.Under));
    }

    [Fact]
    public async Task It_is_known_by_the_letter_that_it_names_where_the_address_is_cut()
    {
        var letter = await Letter();
        var mail = Answer(letter, "How long?");
        mail.To.Clear();
        mail.To.Add(new MailboxAddress("Community", "community@library.example"));
        Assert.Equal(ReceivedOutcome.Posted, await site.Verb<TakeMail>().Run(mail));
    }

    [Fact]
    public async Task Files_come_with_it()
    {
        var mail = Answer(await Letter(), "Like this?");
        mail.Body = new Multipart("mixed", mail.Body!, new MimePart("text", "csv") { FileName = "drying.csv", Content = new MimeContent(new MemoryStream("day,weight\n1,20\n"u8.ToArray())), ContentDisposition = new ContentDisposition(ContentDisposition.Attachment), ContentTransferEncoding = ContentEncoding.Base64 });
        Assert.Equal(ReceivedOutcome.Posted, await site.Verb<TakeMail>().Run(mail));
        Assert.Equal("drying.csv", await site.Store.Read(db => db.Attachments.Where(a => a.OwnerId == asker).Select(a => a.Name).SingleAsync()));
        Assert.Contains("drying.csv", await (await site.SignedIn("Anna Asker")).Page($"/questions/{question}/which-paper-for-wet-volumes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_answer_is_not_taken_and_the_letters_owner_hears_of_it()
    {
        var mail = Answer(await Letter(), "Throw it away.");
        mail.From.Clear();
        mail.From.Add(new MailboxAddress("Anna Asker", "anna.asker@elsewhere.example"));
        Assert.Equal(ReceivedOutcome.Forged, await site.Verb<TakeMail>().Run(mail));

        var refused = Answer(await Letter(), "Throw it away.");
        refused.Headers.Insert(0, "Authentication-Results", "mx.library.example; spf=fail; dmarc=fail header.from=library.example");
        Assert.Equal(ReceivedOutcome.Forged, await site.Verb<TakeMail>().Run(refused));
        Assert.Empty(await site.Store.Read(db => db.Posts.Where(p => p.Part == Part.Comment).ToListAsync()));
        Assert.Equal(2, await site.Store.Read(db => db.Mails.CountAsync(m => m.ToAddress == "anna.asker@library.example" && m.Subject.StartsWith("Not taken"))));
        Assert.False(await site.Store.Read(db => db.Mails.AnyAsync(m => m.ToAddress.Contains("elsewhere"))));
    }

    [Fact]
    public async Task Programs_are_not_answered()
    {
        var letter = await Letter();
        foreach (var (field, value) in new[] { ("Auto-Submitted", "auto-replied"), ("Precedence", "bulk"), ("X-Autoreply", "yes"), ("Return-Path", "<>"), ("List-Id", "<all.library.example>") })
        {
            var mail = Answer(letter, "I am out of office.");
            mail.Headers.Add(field, value);
            Assert.Equal(ReceivedOutcome.Automatic, await site.Verb<TakeMail>().Run(mail));
        }

        var own = Answer(letter, "I am the site.");
        own.From.Clear();
        own.From.Add(new MailboxAddress("Community", "community@library.example"));
        Assert.Equal(ReceivedOutcome.Automatic, await site.Verb<TakeMail>().Run(own));
        Assert.Empty(await site.Store.Read(db => db.Mails.Where(m => m.Subject.StartsWith("Not taken")).ToListAsync()));
    }

    [Fact]
    public async Task A_key_that_no_letter_has_is_nobodys()
    {
        var mail = Answer(await Letter(), "How long?");
        mail.To.Clear();
        mail.To.Add(new MailboxAddress("Community", $"community+{ReplyAddress.NewKey()}@library.example"));
        mail.InReplyTo = null;
        mail.References.Clear();
        Assert.Equal(ReceivedOutcome.Unknown, await site.Verb<TakeMail>().Run(mail));
    }

    [Fact]
    public async Task A_right_that_was_lost_and_a_letter_that_is_old_are_told_with_the_text()
    {
        await site.Verb<MakeSpace>().Run(null, "vault", "Vault", "", Governance.Tier.Unit);
        foreach (var person in new[] { asker, answerer }) await site.Verb<EnrolPerson>().Run(site.AdministratorId, "vault", person, false);
        var hidden = await site.Verb<StartTopic>().Run(asker, "vault", TopicKind.Question, "Who has the key?", "It is gone.", []);
        await site.Verb<AddPost>().Run(answerer, hidden, Part.Answer, null, "I have.");
        var letter = await Letter(hidden);
        await site.Verb<DismissPerson>().Run(site.AdministratorId, "vault", asker);
        Assert.Equal(ReceivedOutcome.Refused, await site.Verb<TakeMail>().Run(Answer(letter, "Bring it back.")));
        var told = await site.Store.Read(db => db.Mails.OrderByDescending(m => m.Id).FirstAsync());
        Assert.Contains("Bring it back.", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who has the key", told.Text, StringComparison.Ordinal);

        var old = await Letter();
        site.Clock.Forward(TakeMail.Answerable + TimeSpan.FromDays(1));
        Assert.Equal(ReceivedOutcome.Refused, await site.Verb<TakeMail>().Run(Answer(old, "How long?")));
        Assert.Contains("older than 60 days", (await site.Store.Read(db => db.Mails.OrderByDescending(m => m.Id).FirstAsync())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_empty_and_what_never_ends_is_refused()
    {
        var letter = await Letter();
        Assert.Equal(ReceivedOutcome.Refused, await site.Verb<TakeMail>().Run(Answer(letter, "")));
        for (var i = 0; i < TakeMail.MostAnHour; i++) Assert.Equal(ReceivedOutcome.Posted, await site.Verb<TakeMail>().Run(Answer(letter, $"Again, {i}.")));
        Assert.Equal(ReceivedOutcome.Refused, await site.Verb<TakeMail>().Run(Answer(letter, "Once more.")));
    }

    [Fact]
    public async Task A_letter_that_came_back_stops_the_next_ones_until_somebody_says_so()
    {
        var letter = await Letter();
        Assert.Equal(ReceivedOutcome.Returned, await site.Verb<TakeMail>().Run(Returned(letter, "failed", "4.4.1", "550 later")));
        Assert.Null(await CameBack());
        Assert.Equal(ReceivedOutcome.Returned, await site.Verb<TakeMail>().Run(Returned(letter, "failed", "5.1.1", "smtp; 550 5.1.1 User unknown")));
        Assert.NotNull(await CameBack());

        await site.Verb<AddPost>().Run(answerer, question, Part.Comment, null, "Or freeze it.");
        await site.Quiet();
        site.Clock.Forward(PostNotices.Patience + TimeSpan.FromSeconds(5));
        await site.Verb<PostNotices>().Run();
        Assert.Equal(1, await site.Store.Read(db => db.Mails.CountAsync(m => m.PersonId == asker)));
        var browser = await site.SignedIn("Anna Asker");
        Assert.Contains("User unknown", await browser.Page("/account/mail"), StringComparison.Ordinal);
        await browser.PostForm("/account/mail/again", []);
        Assert.Null(await CameBack());
    }

    Task<DateTime?> CameBack() => site.Store.Read(db => db.MailWishes.Where(w => w.PersonId == asker).Select(w => w.CameBackAt).SingleAsync());

    /// <summary>The newest letter to the asker about a topic, as it went out.</summary>
    async Task<MimeMessage> Letter(long? about = null)
    {
        await site.Quiet();
        site.Clock.Forward(PostNotices.Patience + TimeSpan.FromSeconds(5));
        await site.Verb<PostNotices>().Run();
        var topic = about ?? question;
        await site.Until("the letter is sent", db => db.Mails.AnyAsync(m => m.PersonId == asker && m.TopicId == topic && m.SentAt != null));
        var key = await site.Store.Read(db => db.Mails.Where(m => m.PersonId == asker && m.TopicId == topic).OrderByDescending(m => m.Id).Select(m => m.ReplyKey!).FirstAsync());
        return sink.Mails.Select(mail => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)))).Last(mail => mail.MessageId!.Contains(key, StringComparison.Ordinal));
    }

    static MimeMessage Answer(MimeMessage letter, string text)
    {
        var answer = new MimeMessage { Subject = "Re: " + letter.Subject, InReplyTo = letter.MessageId, MessageId = $"{Guid.NewGuid():N}@library.example", Body = new TextPart("plain") { Text = $"{text}\r\n\r\n> {letter.TextBody!.ReplaceLineEndings("\r\n> ")}" } };
        answer.From.Add(new MailboxAddress("Anna Asker", "anna.asker@library.example"));
        answer.To.Add(letter.ReplyTo.Mailboxes.Single());
        answer.References.Add(letter.MessageId!);
        return answer;
    }

    static MimeMessage Returned(MimeMessage letter, string action, string status, string says)
    {
        var report = new MultipartReport("delivery-status") { new TextPart("plain") { Text = "It could not be delivered." } };
        var state = new MessageDeliveryStatus();
        state.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns; mx.library.example" } });
        state.StatusGroups.Add(new HeaderList { { "Final-Recipient", "rfc822; anna.asker@library.example" }, { "Action", action }, { "Status", status }, { "Diagnostic-Code", says } });
        report.Add(state);
        report.Add(new MessagePart("rfc822") { Message = letter });
        var mail = new MimeMessage { Subject = "Undelivered", MessageId = $"{Guid.NewGuid():N}@mx.library.example", Body = report };
        mail.From.Add(new MailboxAddress("Mailer", "mailer-daemon@mx.library.example"));
        mail.To.Add(new MailboxAddress("", "community@library.example"));
        return mail;
    }
}
