using System.Globalization;
using Community.Governance;
using Community.Notifications;
using Community.Notifications.Mailing;
using Community.Notifications.Replies;
using Community.Questions.Asking;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Watching;
using Community.Web.Feeds;
using Community.Web.Frame;
using Community.Web.Notifications;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Mailing;

/// <summary>Writes what a letter says at the moment at which it goes out: only what its person may read now and has not seen.</summary>
public sealed class LetterWriting(CommunityContext db, KnownCommunity known, CurrentViewer current, FramePage page, NoticeTelling telling, ViewText views, LetterWords words, ImapSettings mailbox, IStringLocalizer<MailingText> text, TimeProvider clock)
{
    const int MostTopics = 12;
    const int LinesATopic = 3;

    /// <summary>What is older was passed over by its reader long ago.</summary>
    static readonly TimeSpan Newest = TimeSpan.FromDays(14);

    /// <returns>Null when there is nothing to tell.</returns>
    public async Task<WrittenLetter?> Write(Mail mail, CancellationToken stop)
    {
        var viewer = (await known.Viewer(mail.PersonId)).Unasked;
        if (viewer.PersonId is not { } personId || await known.Person(personId) is not { } person) return null;

        current.ReadAs(viewer);
        if (await db.MailWishes.AsNoTracking().FirstOrDefaultAsync(w => w.PersonId == personId, stop) is not { } wishes) return null;

        var site = await page.Load();
        var frame = new LetterFrame(site.Institution, site.Site, person.Name, MailGroup.ToYou, "");
        var now = clock.Now();
        var fresh = await db.NoticesToSee(viewer, now).AsNoTracking().Where(n => n.MailedAt == null && n.At > now - Newest).OrderBy(n => n.Id).ToListAsync(stop);
        return mail.Letter == Letter.Notices
            ? await Notices(frame, mail, wishes, fresh.FindAll(n => n.TopicId == mail.TopicId && (n.TopicId is not null || n.SpaceId == mail.SpaceId) && wishes.Pace(n.Group()) == MailPace.AtOnce), viewer, stop)
            : await Digest(frame, mail, wishes, fresh.FindAll(n => wishes.Pace(n.Group()) is var pace && (pace == MailPace.Daily || pace == MailPace.AtOnce || pace == MailPace.Weekly && mail.IsWeekly)), viewer, stop);
    }

    async Task<WrittenLetter?> Notices(LetterFrame frame, Mail mail, MailWishes wishes, List<Notification> notices, Viewer viewer, CancellationToken stop)
    {
        if (notices.Count == 0) return null;

        var group = notices[^1].Group();
        var reply = mailbox.IsSet ? await ReplyTo(viewer, notices, stop) : null;
        var framed = frame with { Group = group, OffAddress = Off(frame, wishes, group), Reply = reply?.Part };
        var topic = await telling.About(notices[0], stop);
        var letter = new NoticesLetter(framed, topic.Title, topic.SpaceName, framed.Absolute(topic.Address), await Lines(framed, notices, stop));
        var subject = topic.Kind is null ? text["News of {0}", topic.Title].Value : topic.Title;
        return new WrittenLetter(subject, words.Plain(letter), await views.Of("/Mailing/NoticesLetter.cshtml", letter))
        {
            NoticeIds = notices.ConvertAll(n => n.Id),
            Reply = reply,
            Thread = mail.TopicId is { } id ? string.Create(CultureInfo.InvariantCulture, $"topic.{id}") : null,
            OffAddress = framed.OffAddress,
            List = topic.SpaceSlug,
        };
    }

    async Task<WrittenLetter?> Digest(LetterFrame frame, Mail mail, MailWishes wishes, List<Notification> notices, Viewer viewer, CancellationToken stop)
    {
        var framed = frame with { Group = MailGroup.Followed, OffAddress = Off(frame, wishes, null) };
        var parts = new Dictionary<MailGroup, List<DigestTopic>>();
        foreach (var group in new[] { MailGroup.ToYou, MailGroup.Kept, MailGroup.Followed })
        {
            parts[group] = [];
            foreach (var about in notices.Where(n => n.Group() == group).GroupBy(n => (n.TopicId, SpaceId: n.TopicId is null ? n.SpaceId : null)).OrderByDescending(about => about.Max(n => n.Id)).Take(MostTopics))
            {
                var (topic, shown) = (await telling.About(about.First(), stop), about.TakeLast(LinesATopic).ToList());
                parts[group].Add(new DigestTopic(topic.Title, topic.SpaceName, framed.Absolute(topic.Address), await Lines(framed, shown, stop, isShort: group == MailGroup.Followed), about.Count() - shown.Count));
            }
        }

        var started = wishes.Spaces == MailPace.Daily || wishes.Spaces == MailPace.Weekly && mail.IsWeekly ? await Started(framed, mail, wishes, viewer, [.. notices.Select(n => n.TopicId).OfType<long>()], stop) : [];
        if (parts.Values.All(part => part.Count == 0) && started.Count == 0) return null;

        var zone = await db.ZoneOf(mail.PersonId!.Value, stop);
        var letter = new DigestLetter(framed, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(mail.CreatedAt, zone)), parts[MailGroup.ToYou], parts[MailGroup.Kept], parts[MailGroup.Followed], started);
        var day = letter.Day.ToString("dddd, d MMMM", CultureInfo.GetCultureInfo("en-GB"));
        var subject = letter.Waiting switch { 0 => text["What is new: {0}", day], 1 => text["One thing waits for you: {0}", day], _ => text["{0} things wait for you: {1}", letter.Waiting, day] };
        return new WrittenLetter(subject, words.Plain(letter), await views.Of("/Mailing/DigestLetter.cshtml", letter)) { NoticeIds = notices.ConvertAll(n => n.Id), OffAddress = framed.OffAddress };
    }

    /// <summary>What was started, since the digest before, in the spaces that the person joined; what is muted, read, or stands above is left out.</summary>
    async Task<List<DigestTopic>> Started(LetterFrame frame, Mail mail, MailWishes wishes, Viewer viewer, List<long> above, CancellationToken stop)
    {
        var since = mail.CreatedAt - (wishes.Spaces == MailPace.Weekly ? TimeSpan.FromDays(7) : TimeSpan.FromDays(1));
        var (memberships, marks, watches, spaces) = (db.Memberships, db.ReadMarks, db.Watches, db.Spaces);
        var fresh = await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => t.CreatedAt > since && !above.Contains(t.Id) && !viewer.OwnIds.Contains(t.AuthorId) && memberships.Any(m => m.PersonId == viewer.PersonId && m.SpaceId == t.SpaceId)
                && !marks.Any(m => m.PersonId == viewer.PersonId && m.TopicId == t.Id) && !watches.Any(w => w.PersonId == viewer.PersonId && w.Level == WatchLevel.Mute && (w.TopicId == t.Id || w.SpaceId == t.SpaceId || t.Tags.Any(u => u.TagId == w.TagId))))
            .OrderByDescending(t => t.LastPostAt).Take(MostTopics).Select(t => new { t.Id, t.Kind, t.Title, Space = spaces.Where(s => s.Id == t.SpaceId).Select(s => s.Name).First() }).ToListAsync(stop);
        return fresh.ConvertAll(t => new DigestTopic(t.Title, t.Space, frame.Absolute(TopicAddress.Of(t.Kind, t.Id, t.Title)), [], 0));
    }

    /// <summary>What an answer by mail becomes: said to the newest of what the letter tells. Null where the person may not write, and where the person is masked: a mail may carry a name.</summary>
    async Task<ReplyTarget?> ReplyTo(Viewer viewer, List<Notification> notices, CancellationToken stop)
    {
        var last = notices[^1];
        if (last.TopicId is not { } topicId || await db.Topics.VisibleTo(viewer).AsNoTracking().FirstOrDefaultAsync(t => t.Id == topicId, stop) is not { IsClosed: false } topic || topic.MaskedAt is not null && viewer.Is(topic.AuthorId)) return null;

        var post = await db.Posts.VisibleTo(viewer).AsNoTracking().FirstOrDefaultAsync(p => p.Id == last.PostId && p.TopicId == topicId && p.Standing == Standing.Published, stop);
        var isAsked = topic.Kind == TopicKind.Question && (post is null or { Part: Part.Opening } || notices.Exists(n => n.Kind is NoticeKind.Invited or NoticeKind.PromiseNear));
        var reply = topic.Kind == TopicKind.Thread ? new ReplyTarget(Part.Reply, post is { Part: Part.Reply } ? post.Id : null)
            : isAsked && !viewer.Is(topic.AuthorId) ? new ReplyTarget(Part.Answer, null)
            : new ReplyTarget(Part.Comment, post is null ? null : post.Part == Part.Comment ? post.ParentId : post.Id);
        return viewer.May(reply.Part == Part.Comment ? Act.Comment : Act.Reply, topic.SpaceId) ? reply : null;
    }

    /// <summary>Each with what was written, as the person may read it.</summary>
    async Task<IReadOnlyList<LetterLine>> Lines(LetterFrame frame, List<Notification> notices, CancellationToken stop, bool isShort = false)
    {
        var outside = new OutsideHtml(frame.Site, "");
        var lines = new List<LetterLine>();
        var subjects = await new NoticeSubjects(db).Of([.. notices.Where(n => NoticeLoading.OfSubjects.Contains(n.Kind)).Select(n => n.EventId)]);
        foreach (var notice in notices)
        {
            var view = await telling.Post(notice, stop);
            var html = view is { Standing: Standing.Published, Html: { } written } ? outside.Of(written + Community.Web.Feeds.FeedLoading.Under(view)) : null;
            var who = await telling.Who(notice, view, stop);
            lines.Add(new LetterLine(notice.Kind, who, isShort ? null : html, html is null ? null : isShort ? NoticeExcerpt.Of(html) : PlainText.Of(html), frame.Absolute(NoticeLoading.Address(notice.Kind, notice.PostId, subjects.GetValueOrDefault(notice.EventId)) ?? "/notifications")));
        }

        return lines;
    }

    /// <param name="group">Null for the digest.</param>
    static string Off(LetterFrame frame, MailWishes wishes, MailGroup? group) => frame.Absolute($"/mail/off/{group?.ToString().ToLowerInvariant() ?? "digest"}/{wishes.OffSecret}");
}
