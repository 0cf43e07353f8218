using System.Globalization;
using Community.Notifications;
using Community.Notifications.Mailing;
using Community.Notifications.Pushing;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Mailing;
using Community.Web.Notifications;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Pushing;

/// <summary>Writes what a push says at the moment at which it goes out: only what its person may read now and has not seen. Others can read a lock screen, so it is the title and who did what.</summary>
public sealed class PushWriting(CommunityContext db, KnownCommunity known, CurrentViewer current, NoticeTelling telling, LetterWords words, NoticeActs acts, IStringLocalizer<PushingText> text, TimeProvider clock)
{
    /// <returns>Null when there is nothing to tell.</returns>
    public async Task<WrittenPush?> Write(Push push, CancellationToken stop)
    {
        if (push.Kind == PushKind.Test) return new WrittenPush("Community", text["Notices reach this device."], "test", "/account/push");

        var viewer = (await known.Viewer(push.Device.PersonId)).Unasked;
        if (!viewer.IsSignedIn) return null;

        current.ReadAs(viewer);
        var fresh = (await db.NoticesToSee(viewer, clock.Now()).AsNoTracking().Where(n => n.Id >= push.FromNoticeId && n.TopicId == push.TopicId && !n.IsQuiet).OrderBy(n => n.Id).ToListAsync(stop))
            .FindAll(n => (n.TopicId is not null || n.SpaceId == push.SpaceId) && n.Group() == MailGroup.ToYou);
        if (fresh.Count == 0) return null;

        var (newest, subject) = (fresh[^1], await telling.About(fresh[^1], stop));
        var said = await Said(newest, stop);
        return new WrittenPush(subject.Title, fresh.Count switch { 1 => said, 2 => text["{0}, and one more", said], _ => text["{0}, and {1} more", said, fresh.Count - 1] },
            string.Create(CultureInfo.InvariantCulture, $"{(push.TopicId is null ? "space" : "topic")}.{push.TopicId ?? push.SpaceId}"), newest.PostId is { } post ? TopicAddress.Permalink(post) : subject.Address)
        { UpToNoticeId = newest.Id };
    }

    /// <summary>Who did what.</summary>
    async Task<string> Said(Notification notice, CancellationToken stop)
    {
        var post = await telling.Post(notice, stop);
        var who = words.Who(new LetterLine(notice.Kind, await telling.Who(notice, post, stop), null, null, ""));
        return who is null ? acts.Did(notice.Kind) : $"{who} {acts.Did(notice.Kind)}";
    }
}

/// <summary>Makes each push in a scope of its own, read as its person.</summary>
sealed class PushComposer(IServiceScopeFactory scopes) : IWritePushes
{
    public async Task<WrittenPush?> Write(Push push, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PushWriting>().Write(push, stop);
    }
}
