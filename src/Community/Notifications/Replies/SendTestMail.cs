using Community.Notifications.Mailing;
using Community.Spaces;
using Community.Store;

namespace Community.Notifications.Replies;

/// <summary>An administrator sends a mail to the own address, to see whether mail goes out.</summary>
public sealed class SendTestMail(CommunityStore store, SmtpSettings settings, TimeProvider clock)
{
    /// <exception cref="RefusedException">No administrator, no mail server, or no address.</exception>
    public Task Run(long actorId, string subject, string words, CancellationToken stop = default) => store.Write(async db =>
    {
        if (!(await db.Viewer(actorId, stop)).IsAdministrator) throw new RefusedException(Refusal.Forbidden, "Only administrators look after the mail.");
        if (!settings.IsSet) throw new RefusedException(Refusal.Conflict, "No mail server is set. Set Community:Smtp:Host and Community:Smtp:From, and start again.");
        if (!(await PostNotices.Reachable(db, [actorId], stop)).TryGetValue(actorId, out var to)) throw new RefusedException(Refusal.Conflict, "Mail to your address came back, or you have none. Look at your account.");

        db.Mails.Add(new Mail(to.Email, to.Name, subject, words, clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}
