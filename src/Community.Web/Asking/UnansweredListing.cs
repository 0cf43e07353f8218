using System.Globalization;
using Community.Questions;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Asking;

/// <summary>Open questions that nobody has answered, the oldest first.</summary>
public sealed class UnansweredListing(CommunityContext db, CurrentViewer current, TopicListing listing)
{
    const int PageSize = 30;

    /// <param name="spaceId">Null for all that the reader can read.</param>
    /// <param name="after">Time in ticks, a dot, id of the last row before.</param>
    public async Task<UnansweredRows> Load(long? spaceId, string? after, string address)
    {
        var topics = db.Topics.AsNoTracking().ListedFor(await current.Get()).Unanswered().Where(t => spaceId == null || t.SpaceId == spaceId);
        if (after?.Split('.') is [var ticks, var number] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time <= DateTime.MaxValue.Ticks && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            var at = new DateTime(time, DateTimeKind.Utc);
            topics = topics.Where(t => t.CreatedAt > at || t.CreatedAt == at && t.Id > last);
        }

        var found = await topics.OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).Take(PageSize + 1).Select(t => new { t.Id, t.CreatedAt }).ToListAsync();
        var ids = found.Take(PageSize).Select(t => t.Id).ToList();
        var due = await db.QuestionClocks.AsNoTracking().Where(c => ids.Contains(c.TopicId) && c.AnsweredAt == null && c.EndedAt == null).ToDictionaryAsync(c => c.TopicId, c => c.DueAt);
        var next = found.Count > PageSize ? FormattableString.Invariant($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={found[PageSize - 1].CreatedAt.Ticks}.{found[PageSize - 1].Id}") : null;
        return new UnansweredRows([.. (await listing.Rows(ids)).Select(row => new UnansweredRow(row, due.TryGetValue(row.Id, out var at) ? at : null))], next);
    }
}

/// <param name="DueAt">Until when an answer is promised; null where nothing is.</param>
public sealed record UnansweredRow(TopicRow Topic, DateTime? DueAt);

/// <summary>A page of them.</summary>
public sealed record UnansweredRows(IReadOnlyList<UnansweredRow> Rows, string? Next);
