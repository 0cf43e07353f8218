using System.Globalization;
using Community.Notes.Answering;
using Community.Questions;
using Community.Questions.Promise;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Asking;

/// <summary>Open questions that nobody has answered, the oldest first.</summary>
public sealed class UnansweredListing(CommunityContext db, CurrentViewer current, TopicListing listing, KnownTopics known)
{
    const int PageSize = 30;

    /// <param name="spaceId">Null for all that the reader can read.</param>
    /// <param name="byNeed">What is needed first comes first, and then the oldest.</param>
    /// <param name="after">Of the last row before: by need the number of the day, a dot; time in ticks, a dot, id.</param>
    public async Task<UnansweredRows> Load(long? spaceId, bool byNeed, string? after, string address)
    {
        var needs = db.StandingNeeds;
        var viewer = await current.Get();
        // What a note answers for this reader has an answer.
        var notes = db.NoteAnswersFor(viewer);
        var rows = db.Topics.AsNoTracking().ListedFor(viewer).Unanswered().Where(t => (spaceId == null || t.SpaceId == spaceId) && !notes.Any(a => a.QuestionId == t.Id))
            .Select(t => new { t.Id, t.CreatedAt, Day = byNeed ? needs.Where(n => n.TopicId == t.Id).OrderByDescending(n => n.Id).Select(n => (DateOnly?)n.Day).FirstOrDefault() ?? DateOnly.MaxValue : DateOnly.MaxValue });
        if (Cursor(after, byNeed) is var (day, at, last)) rows = rows.Where(t => t.Day > day || t.Day == day && (t.CreatedAt > at || t.CreatedAt == at && t.Id > last));

        var found = await rows.OrderBy(t => t.Day).ThenBy(t => t.CreatedAt).ThenBy(t => t.Id).Take(PageSize + 1).ToListAsync();
        var ids = found.Take(PageSize).Select(t => t.Id).ToList();
        var due = await db.QuestionClocks.AsNoTracking().Where(c => ids.Contains(c.TopicId) && c.AnsweredAt == null && c.EndedAt == null).ToDictionaryAsync(c => c.TopicId, c => c.DueAt);
        var facts = await known.Facts(ids);
        var next = found.Count > PageSize ? FormattableString.Invariant($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={(byNeed ? found[PageSize - 1].Day.DayNumber + "." : "")}{found[PageSize - 1].CreatedAt.Ticks}.{found[PageSize - 1].Id}") : null;
        return new UnansweredRows([.. (await listing.Rows(ids)).Select(row => new UnansweredRow(row, due.TryGetValue(row.Id, out var at) ? at : null, facts.GetValueOrDefault(row.Id)?.Needed))], next);
    }

    static (DateOnly Day, DateTime At, long Id)? Cursor(string? after, bool byNeed)
    {
        var parts = after?.Split('.') ?? [];
        var day = DateOnly.MaxValue.DayNumber;
        if (byNeed && (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out day) || day > DateOnly.MaxValue.DayNumber)) return null;

        return parts is [.., var ticks, var number] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time <= DateTime.MaxValue.Ticks && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? (DateOnly.FromDayNumber(day), new DateTime(time, DateTimeKind.Utc), last) : null;
    }
}

/// <param name="DueAt">Until when an answer is promised; null where nothing is.</param>
/// <param name="Needed">By when the asker needs one.</param>
public sealed record UnansweredRow(TopicRow Topic, DateTime? DueAt, NeededBy? Needed);

/// <summary>A page of them.</summary>
public sealed record UnansweredRows(IReadOnlyList<UnansweredRow> Rows, string? Next);
