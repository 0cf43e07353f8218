using Community.Notifications.Mailing;
using Community.Notifications.Replies;
using Community.Store;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Notifications;

/// <summary>Sends the mails that wait, one after the other, and tries again later where the server does not take one. Nobody waits for it. Any number of nodes may run it.</summary>
public sealed class Outbox(CommunityStore store, SmtpSettings settings, ImapSettings mailbox, IComposeLetters letters, TimeProvider clock, ILogger<Outbox> log) : BackgroundService
{
    /// <summary>Then a mail is given up; its last error stays in its row.</summary>
    public const int MaxTries = 20;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>So long a claimed mail is nobody else's.</summary>
    static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    /// <summary>So long a mail on its way may go on when the program stops.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsSet) return;

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SendDue(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(error, "The outbox could not be worked through");
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task SendDue(CancellationToken stop)
    {
        using var late = new CancellationTokenSource();
        await using var stopping = stop.Register(() => late.CancelAfter(Grace));
        await using var sender = new MailSender(settings, mailbox);

        while (!stop.IsCancellationRequested && await Next() is { } mail)
        {
            try
            {
                if (await Written(mail, late.Token) is not { } composed)
                {
                    await Mark(mail.Id, none => none.Drop(clock.Now()));
                    continue;
                }

                if (mail.Letter == Letter.Digest) await Mark(mail.Id, taken => taken.HandOver());
                await sender.Send(mail, composed, late.Token);
                await MarkSent(mail.Id, composed);
            }
            catch (Exception error) when (error is not StoreBusyException)
            {
                // The server's own words often name the address; they stay in the mail's row.
                log.LogWarning("Mail {Id} was not sent: {Error} {Code}", mail.Id, error.GetType().Name, (error as SmtpCommandException)?.StatusCode);
                if (IsNobody(error)) await GiveUp(mail, error.Message);
                else await Mark(mail.Id, failed => failed.Failed(error.Message, clock.Now(), mail.Tries));
                if (!sender.IsConnected) return;
            }
        }
    }

    /// <summary>Our own server says at once that nobody has that address.</summary>
    static bool IsNobody(Exception error) =>
        error is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused && (int)refused.StatusCode >= 500 && refused.Message.Split(' ', ':', '(', ')').Any(Bounce.IsNoAddress);

    Task GiveUp(Mail mail, string error) => store.Write(async db =>
    {
        (await db.Mails.SingleAsync(m => m.Id == mail.Id)).GiveUp(error, clock.Now());
        if (mail.PersonId is { } personId) await ReturnedMail.Stop(db, personId, mail.ToAddress, error, clock.Now(), CancellationToken.None);
        await db.SaveChangesAsync();
    });

    /// <summary>The mail that has waited longest, claimed for this process; null when none is due.</summary>
    async Task<Mail?> Next()
    {
        var now = clock.Now();
        var due = await store.Read(db => db.Mails.AsNoTracking().Where(m => m.SentAt == null && m.NextTryAt <= now && m.Tries < MaxTries).OrderBy(m => m.NextTryAt).FirstOrDefaultAsync());
        if (due is null) return null;

        var claimed = await store.Write(db => db.Mails.Where(m => m.Id == due.Id && m.SentAt == null && m.NextTryAt == due.NextTryAt)
            .ExecuteUpdateAsync(mail => mail.SetProperty(m => m.NextTryAt, now + Claim)));
        return claimed == 1 ? due : await Next();
    }

    /// <summary>What it says now.</summary>
    async Task<WrittenLetter?> Written(Mail mail, CancellationToken stop) => mail.Letter == Letter.Plain ? new WrittenLetter(mail.Subject, mail.Text, null) : await letters.Compose(mail, stop);

    Task MarkSent(long id, WrittenLetter letter) => store.Write(async db =>
    {
        var noticeIds = letter.NoticeIds;
        DateTime? now = clock.Now();
        (await db.Mails.SingleAsync(m => m.Id == id)).Sent(letter.Reply, now.Value);
        await db.Notifications.Where(n => noticeIds.Contains(n.Id)).ExecuteUpdateAsync(set => set.SetProperty(n => n.MailedAt, now));
        await db.SaveChangesAsync();
    });

    Task Mark(long id, Action<Mail> mark) => store.Write(async db =>
    {
        mark(await db.Mails.SingleAsync(m => m.Id == id));
        await db.SaveChangesAsync();
    });
}
