using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Community.Notifications.Mailing;
using Community.People;
using Community.Store;
using Community.Topics;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Community.Notifications.Replies;

/// <summary>
/// Takes a mail in: an answer to a letter becomes a post of the letter's person, a letter that came back stops the next ones, and what a program wrote is left alone. The same mail, read again, is taken
/// once. Files come under the rules of uploads; who may not write there any more is told so by mail, with the text.
/// </summary>
public sealed class TakeMail(CommunityStore store, AddPost add, StoreAttachment attach, ReturnedMail returned, ImapSettings mailbox, SmtpSettings smtp, IWordReplies words, TimeProvider clock)
{
    /// <summary>So long a letter can be answered.</summary>
    public static readonly TimeSpan Answerable = TimeSpan.FromDays(60);

    /// <summary>Posts of one person by mail, in an hour: what writes more is a program.</summary>
    public const int MostAnHour = 20;

    /// <summary>Letters to one person, in a day, on answers that were not taken.</summary>
    const int MostToldADay = 5;

    /// <exception cref="StoreBusyException">Try again a little later.</exception>
    public async Task<ReceivedOutcome> Run(MimeMessage mail, CancellationToken stop = default)
    {
        var key = KeyOf(mail);
        if (await store.Read(db => db.ReceivedMails.AsNoTracking().FirstOrDefaultAsync(r => r.MessageKey == key, stop)) is { } known) return known.Outcome;

        var sender = mail.From.Mailboxes.FirstOrDefault()?.Address;
        if (Bounce.Of(mail) is { } bounce) return await Keep(await returned.Run(bounce, ReplyAddress.KeysIn(mail), key, stop), null, stop);
        if (AutomaticMail.Is(mail, mailbox.Address)) return await Keep(new ReceivedMail(key, ReceivedOutcome.Automatic, clock.Now()) { Sender = Short(sender) }, null, stop);

        var keys = ReplyAddress.KeysIn(mail);
        var letters = await store.Read(db => db.Mails.AsNoTracking().Where(m => keys.Contains(m.ReplyKey!)).ToListAsync(stop));
        if (letters.OrderBy(m => keys.IndexOf(m.ReplyKey!)).FirstOrDefault() is not { PersonId: { } personId } letter || await Address(personId, stop) is not { } address)
            return await Keep(new ReceivedMail(key, ReceivedOutcome.Unknown, clock.Now()) { Sender = Short(sender) }, null, stop);

        var (body, isForged) = (new ReplyBody("", []), !ComesFrom(mail, address));
        try
        {
            body = ReplyText.Of(mail, new ReplyMarks(words.TopLine, mailbox.Address?.Address ?? MailboxAddress.Parse(smtp.From).Address, await words.Site(), letter.ToName));
            if (isForged)
                throw new RefusedException(Refusal.Forbidden, "An answer to your letter came from {0}. It counts only from the address that the letter went to; if you wrote it, send it from there.", Short(sender) ?? "?");

            var postId = await Post(personId, letter, body, key, stop);
            return await Keep(new ReceivedMail(key, ReceivedOutcome.Posted, clock.Now()) { PersonId = personId, MailId = letter.Id, PostId = postId }, null, stop);
        }
        catch (HeldException)
        {
            // It was taken; its author sees on the site that it waits.
            return await Keep(new ReceivedMail(key, ReceivedOutcome.Posted, clock.Now()) { PersonId = personId, MailId = letter.Id }, null, stop);
        }
        catch (RefusedException refused)
        {
            var told = await store.Read(db => db.ReceivedMails.CountAsync(r => r.PersonId == personId && r.At > clock.Now().AddDays(-1) && (r.Outcome == ReceivedOutcome.Refused || r.Outcome == ReceivedOutcome.Forged), stop)) < MostToldADay
                ? await words.Refused(refused, letter, Short(OneLine.Of(mail.Subject))!, body.Markdown, stop) : default;
            var row = new ReceivedMail(key, isForged ? ReceivedOutcome.Forged : ReceivedOutcome.Refused, clock.Now()) { PersonId = personId, MailId = letter.Id, Sender = isForged ? Short(sender) : null, Reason = refused.Message };
            return await Keep(row, told.Text is null ? null : new Mail(address, letter.ToName, told.Subject, told.Text, clock.Now()), stop);
        }
    }

    /// <summary>What cannot be read stays in the mailbox, for people, and holds up nothing.</summary>
    public Task<ReceivedOutcome> SetAside(string messageId, string reason, CancellationToken stop = default) =>
        Keep(new ReceivedMail(Hash(messageId), ReceivedOutcome.Unreadable, clock.Now()) { Reason = reason.Length <= 500 ? reason : reason[..500] }, null, stop);

    async Task<long> Post(long personId, Mail letter, ReplyBody body, string key, CancellationToken stop)
    {
        if (letter is not { TopicId: { } topicId, ReplyPart: { } part, SentAt: { } sentAt }) throw new RefusedException(Refusal.Invalid, "This letter cannot be answered by mail. Open what it is about, and write there.");
        if (sentAt < clock.Now() - Answerable) throw new RefusedException(Refusal.Conflict, "The letter is older than {0} days. Open what it is about, and write there.", Answerable.Days);
        if (await store.Read(db => db.ReceivedMails.CountAsync(r => r.PersonId == personId && r.Outcome == ReceivedOutcome.Posted && r.At > clock.Now().AddHours(-1), stop)) >= MostAnHour)
            throw new RefusedException(Refusal.TooMany, "More than {0} answers by mail in an hour are not taken. Write on the page, or send it again later.", MostAnHour);
        if (body.Markdown.Length == 0 && body.Files.Count == 0) throw new RefusedException(Refusal.Invalid, "Nothing stood above the letter that was answered. Write above it, and send it again.");

        var text = new StringBuilder(body.Markdown);
        foreach (var file in body.Files)
        {
            await using var content = new MemoryStream();
            await file.Part.Content!.DecodeToAsync(content, stop);
            content.Position = 0;
            var stored = await attach.Run(personId, file.Name, content, stop: stop);
            if (file.Place is { } place) text.Replace($"({place})", $"({stored.Address})");
            else text.Append(text.Length == 0 ? "" : "\n\n").Append(stored.Markdown());
        }

        return await add.Run(personId, topicId, part, letter.ReplyToPostId, text.ToString(), Once.Of($"mail {key}"), stop: stop);
    }

    async Task<ReceivedOutcome> Keep(ReceivedMail row, Mail? answer, CancellationToken stop)
    {
        await store.Write(async db =>
        {
            // Two programs may read one mailbox.
            if (await db.ReceivedMails.AnyAsync(r => r.MessageKey == row.MessageKey, stop)) return;

            db.ReceivedMails.Add(row);
            if (answer is not null) db.Mails.Add(answer);
            await db.SaveChangesAsync(stop);
        }, stop);
        return row.Outcome;
    }

    /// <summary>Null for somebody whose account was closed.</summary>
    Task<string?> Address(long personId, CancellationToken stop) => store.Read<string?>(async db => (await PostNotices.Reachable(db, [personId], stop)).GetValueOrDefault(personId).Email);

    /// <summary>The one who is written to, and nobody whom the own mail server did not believe.</summary>
    static bool ComesFrom(MimeMessage mail, string address) =>
        mail.From.Mailboxes.ToList() is [var from] && from.Address.Equals(address, StringComparison.OrdinalIgnoreCase)
        && !mail.Headers.Any(header => header.Field.Equals("Authentication-Results", StringComparison.OrdinalIgnoreCase) && header.Value.Contains("dmarc=fail", StringComparison.OrdinalIgnoreCase));

    /// <summary>By its id; by its head where it has none.</summary>
    static string KeyOf(MimeMessage mail) => Hash(mail.MessageId is { Length: > 0 } id ? id : string.Create(CultureInfo.InvariantCulture, $"{mail.From}|{mail.Date:O}|{mail.Subject}|{mail.TextBody}"));

    static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    static string? Short(string? address) => address is { Length: > 254 } ? address[..254] : address;
}
