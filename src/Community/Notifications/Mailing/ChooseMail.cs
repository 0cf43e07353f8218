using Community.People;
using Community.Questions.Asking;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications.Mailing;

/// <summary>Somebody says what they want by mail, and when.</summary>
public sealed class ChooseMail(CommunityStore store, TimeProvider clock)
{
    /// <param name="paces">What is not named stays as it is.</param>
    /// <param name="minute">When digests come, in minutes from midnight; null leaves it.</param>
    /// <exception cref="RefusedException">A pace, time or day that cannot be.</exception>
    public Task Run(long personId, IReadOnlyDictionary<MailGroup, MailPace> paces, int? minute = null, DayOfWeek? day = null, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.PersonToChange(personId, stop);
        var wishes = await db.WishesToChange(personId, stop);
        foreach (var (group, pace) in paces) wishes.Choose(group, pace);
        wishes.Time(minute ?? wishes.DigestMinute, day ?? wishes.DigestDay);
        wishes.Plan(clock.Now(), await db.ZoneOf(personId, stop), await db.FreeDays(stop));
        await db.SaveChangesAsync(stop);
    }, stop);
}

/// <summary>Switches one group of mails off, or the digest with all that comes in it, by what stands in the foot of each; nobody has to sign in.</summary>
public sealed class StopMail(CommunityStore store)
{
    /// <param name="group">Null for the digest.</param>
    /// <returns>False when the secret is nobody's.</returns>
    public Task<bool> Run(string secret, MailGroup? group, CancellationToken stop = default) => store.Write(async db =>
    {
        if (await db.MailWishes.FirstOrDefaultAsync(w => w.OffSecret == secret, stop) is not { } wishes) return false;

        foreach (var one in Enum.GetValues<MailGroup>().Where(one => group is null ? wishes.Pace(one) != MailPace.AtOnce : one == group)) wishes.Choose(one, MailPace.Never);
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);
}
