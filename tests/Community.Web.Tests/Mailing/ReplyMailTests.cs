using System.Net;
using Community.Notifications.Mailing;
using Community.People;
using Community.Questions.Asking;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Community.Web.Tests.Mailing;

/// <summary>Answers by mail, through an SMTP and an IMAP server on loopback.</summary>
public sealed class ReplyMailTests : IAsyncLifetime
{
    MailServers servers = null!;
    RunningSite site = null!;
    long asker, expert;

    public async ValueTask InitializeAsync()
    {
        if (MailServers.Missing is { } missing) Assert.Skip(missing);

        servers = await MailServers.Start();
        site = await RunningSite.Start(settings: servers.Settings);
        await site.Verb<DescribeInstitution>().Run(null, "University Library", "https://community.library.example", SignUp.Closed, "", "Etc/UTC");
        await site.Verb<MakeSpace>().Run(null, "loans", "Loans", "", Governance.Tier.Institution);
        (asker, expert) = (await site.Person("Anna Asker"), await site.Person("Otto Expert"));
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null) await site.DisposeAsync();
        if (servers is not null) await servers.DisposeAsync();
    }

    [Fact]
    public async Task An_invitation_is_answered_by_mail_and_the_asker_reads_the_answer_in_the_digest()
    {
        await site.Verb<ChooseMail>().Run(asker, new Dictionary<MailGroup, MailPace> { [MailGroup.ToYou] = MailPace.Daily });
        var question = await site.Verb<AskQuestion>().Run(asker, "loans", "Which paper for wet volumes?", "They came in today.", [], AskedWhom.People, [expert]);
        await site.Quiet();
        site.Clock.Forward(PostNotices.Patience + TimeSpan.FromSeconds(5));
        await site.Verb<PostNotices>().Run();

        var invitation = (await servers.Wait("otto.expert", 1))[0];
        Assert.Contains("asks you to answer", invitation.TextBody, StringComparison.Ordinal);
        Assert.StartsWith("Write above this line to answer by mail.", invitation.TextBody, StringComparison.Ordinal);
        await servers.Send(Answer(invitation, "Otto Expert", "Interleave it with *blotting paper*.\r\nChange it every day.\r\n\r\n--\r\nOtto Expert\r\nConservation"));
        await site.Until("the answer is there", db => db.Posts.AnyAsync(p => p.TopicId == question && p.Part == Part.Answer && p.AuthorId == expert));
        var page = await (await site.SignedIn()).Page($"/questions/{question}/which-paper-for-wet-volumes");
        Assert.Contains("Interleave it with <em>blotting paper</em>.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Conservation", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Write above this line", page, StringComparison.Ordinal);

        await site.Quiet();
        await site.Verb<PostDigests>().Run();
        var next = await site.Store.Read(db => db.MailWishes.Where(w => w.PersonId == asker).Select(w => w.NextDigestAt!.Value).SingleAsync());
        site.Clock.Forward(next - site.Clock.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(10));
        await site.Verb<PostDigests>().Run();
        var digest = (await servers.Wait("anna.asker", 1))[^1];
        Assert.Contains("Interleave it with blotting paper.", digest.TextBody, StringComparison.Ordinal);

        using var program = site.Visitor();
        using var one = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        var off = new Uri(digest.Headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(new Uri(off, UriKind.Relative), one)).StatusCode);
        Assert.False(await site.Store.Read(db => db.MailWishes.Where(w => w.PersonId == asker).Select(w => w.ToYou != MailPace.Never).SingleAsync()));
    }

    [Fact]
    public async Task What_cannot_be_taken_comes_back_with_its_text_and_a_dead_address_gets_no_more()
    {
        var question = await site.Verb<AskQuestion>().Run(asker, "loans", "Which paper for wet volumes?", "They came in today.", [], AskedWhom.People, [expert]);
        await site.Quiet();
        site.Clock.Forward(PostNotices.Patience + TimeSpan.FromSeconds(5));
        await site.Verb<PostNotices>().Run();
        var invitation = (await servers.Wait("otto.expert", 1))[0];
        await site.Verb<CloseTopic>().Run(asker, question, Outcome.Nothing, "It dried by itself.");
        await servers.Send(Answer(invitation, "Otto Expert", "Interleave it with blotting paper."));

        var back = (await servers.Wait("otto.expert", 2)).Single(mail => mail.Subject!.StartsWith("Not taken", StringComparison.Ordinal));
        Assert.Contains("This topic is closed.", back.TextBody, StringComparison.Ordinal);
        Assert.Contains("Interleave it with blotting paper.", back.TextBody, StringComparison.Ordinal);

        var gone = (await site.Verb<AddPerson>().Run(null, "Nora Gone", "nobody@library.example", Governance.Role.Member, null, RunningSite.Password)).Id;
        await site.Verb<AskQuestion>().Run(asker, "loans", "Who has the key?", "It is not on its hook.", [], AskedWhom.People, [gone]);
        await site.Quiet();
        site.Clock.Forward(PostNotices.Patience + TimeSpan.FromSeconds(5));
        await site.Verb<PostNotices>().Run();
        await site.Until("the address is known to be nobody's", db => db.MailWishes.AnyAsync(w => w.PersonId == gone && w.CameBackAt != null));
        var administrator = await site.SignedIn();
        var page = await administrator.Page("/admin/mail");
        Assert.Contains("Nora Gone", page, StringComparison.Ordinal);
        Assert.Contains("5.1.1", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostForm($"/admin/mail/addresses/{gone}", [])).StatusCode);
        Assert.Null(await site.Store.Read(db => db.MailWishes.Where(w => w.PersonId == gone).Select(w => w.CameBackAt).SingleAsync()));
    }

    /// <summary>As a mail program answers: quoted below, to the address that the letter names.</summary>
    static MimeMessage Answer(MimeMessage letter, string name, string text)
    {
        var answer = new MimeMessage { Subject = "Re: " + letter.Subject, InReplyTo = letter.MessageId, Body = new TextPart("plain") { Text = $"{text}\r\n\r\nOn 28 November 2026, Community wrote:\r\n{string.Concat(letter.TextBody!.ReplaceLineEndings("\n").Split('\n').Select(line => $"> {line}\r\n"))}" } };
        answer.From.Add(new MailboxAddress(name, RunningSite.EmailOf(name)));
        answer.To.Add(letter.ReplyTo.Mailboxes.Single());
        answer.References.AddRange(letter.References);
        answer.References.Add(letter.MessageId!);
        return answer;
    }
}
