using Community.People;
using Community.Questions;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Asking;

/// <summary>What a reader sees of promises and invitations. Ask only for topics that came through the gate in this request.</summary>
public sealed class AskingLoading(CommunityContext db, CurrentViewer current, FramePage frame, TimeProvider clock)
{
    const int MostInvitations = 100;

    /// <summary>The clock, who is asked, and whether it is the reader; null without an account, and where there is nothing to say.</summary>
    public async Task<AskingView?> Of(TopicHead head)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn || head.Kind != TopicKind.Question) return null;

        var running = await db.QuestionClocks.AsNoTracking().FirstOrDefaultAsync(c => c.TopicId == head.Id);
        var people = db.People;
        var invitations = await db.Invitations.AsNoTracking().Where(i => i.TopicId == head.Id).OrderBy(i => i.Id)
            .Select(i => new { i.PersonId, people.First(p => p.Id == i.PersonId).Name, i.State, i.SentAt, i.ById }).ToListAsync();
        var own = invitations.Find(i => i.PersonId == viewer.PersonId && i.State is InvitationState.Open or InvitationState.Lapsed);
        if (running is null && invitations.Count == 0 && (!head.May.Reply || head.Closure is not null)) return null;

        ClockView? shown = null;
        if (running is not null)
        {
            var calendar = await db.CalendarOf(running.SpaceId);
            shown = ClockView.Of(running, (int)Math.Round(calendar.Between(running.StartedAt, running.DueAt).TotalMinutes), calendar, (await frame.Load()).Zone, clock.Now());
        }

        var by = own?.ById is { } byId && !await db.Posts.AnyAsync(p => p.TopicId == head.Id && p.AuthorId == byId && p.UnnamedAt != null) ? await people.Where(p => p.Id == byId).Select(p => p.Name).FirstAsync() : null;
        // Who works here is not told to guests by way of who is asked.
        return new AskingView(head.Id, shown, [.. invitations.Where(i => viewer.IsStaff && i.State == InvitationState.Open).Select(i => new Named(i.PersonId, i.Name))], own is not null, by, head.May.Reply && head.Closure is null);
    }

    /// <summary>The invitations that wait for the reader's word, the oldest first.</summary>
    public async Task<IReadOnlyList<InvitationRow>> Waiting()
    {
        var viewer = await current.Get();
        var (spaces, clocks) = (db.Spaces, db.QuestionClocks);
        var mine = db.Invitations.AsNoTracking().Where(i => i.PersonId == viewer.PersonId && i.State == InvitationState.Open);
        return await db.Topics.AsNoTracking().ListedFor(viewer).SelectMany(t => mine.Where(i => i.TopicId == t.Id), (t, i) => new { t.Id, t.Title, Space = spaces.First(s => s.Id == t.SpaceId).Name, i.SentAt, DueAt = clocks.Where(c => c.TopicId == t.Id).Select(c => (DateTime?)c.DueAt).FirstOrDefault() })
            .OrderBy(i => i.SentAt).Take(MostInvitations).Select(i => new InvitationRow(i.Id, i.Title, i.Space, i.SentAt, i.DueAt)).ToListAsync();
    }

    public async Task<InvitationWishes> Wishes()
    {
        var personId = (await current.Get()).PersonId;
        return await db.InvitationWishes.AsNoTracking().FirstOrDefaultAsync(w => w.PersonId == personId) ?? InvitationWishes.Default;
    }

    /// <summary>Null where the space promises nothing.</summary>
    public async Task<SpacePromiseView?> Promise(long spaceId)
    {
        var promise = await db.SpacePromises.AsNoTracking().FirstOrDefaultAsync(p => p.SpaceId == spaceId);
        if (promise is null) return null;

        var (calendar, now) = (await db.CalendarOf(spaceId), clock.Now());
        return new SpacePromiseView(promise.Minutes, calendar.Add(now, TimeSpan.FromMinutes(promise.Minutes)), await db.KeptRateOf(spaceId, now));
    }
}

/// <summary>What a question's page says of its promise and its invitations.</summary>
/// <param name="Asked">Who is asked at present.</param>
/// <param name="IsAsked">The reader is.</param>
/// <param name="By">Who named the reader; null where the site did, or somebody without a name.</param>
public sealed record AskingView(long TopicId, ClockView? Clock, IReadOnlyList<Named> Asked, bool IsAsked, string? By, bool MayInvite);

/// <summary>An invitation that waits for its person's word.</summary>
public sealed record InvitationRow(long TopicId, string Title, string Space, DateTime? SentAt, DateTime? DueAt)
{
    public string Address => TopicAddress.Of(TopicKind.Question, TopicId, Title);
}

/// <summary>What a space promises now, and how it kept that.</summary>
/// <param name="DueAt">Until when an answer would come to what is asked this moment.</param>
public sealed record SpacePromiseView(int Minutes, DateTime DueAt, KeptRate Rate);
