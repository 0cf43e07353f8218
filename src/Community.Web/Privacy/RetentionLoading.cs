using Community.People;
using Community.People.Retention;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Privacy;

/// <summary>Loads rules and holds.</summary>
public sealed class RetentionLoading(CommunityContext db, TimeProvider clock, IStringLocalizer<PrivacyText> text)
{
    const int MostShown = 200;

    /// <param name="typed">What was typed and refused, by kind.</param>
    public async Task<RetentionPage> Load(HoldForm form, Dictionary<string, string?>? typed)
    {
        var (people, topics, spaces, now) = (db.People, db.Topics, db.Spaces, clock.Now());
        var rows = new List<RetentionRow>();
        foreach (var kind in Enum.GetValues<RetentionKind>())
        {
            var rule = await db.RetentionRules.AsNoTracking().Where(r => r.Kind == kind).OrderByDescending(r => r.Id).Select(r => new { r.Days, r.At, By = people.Where(p => p.Id == r.ById).Select(p => p.Name).FirstOrDefault() }).FirstOrDefaultAsync();
            var days = rule is null ? RetentionRule.Default(kind) : rule.Days;
            rows.Add(new RetentionRow(kind, What(kind), typed?.GetValueOrDefault(kind.ToString()) ?? FormattableString.Invariant($"{days}"), days, RetentionRule.Default(kind), rule?.By, rule?.At));
        }

        var holds = (await db.LegalHolds.AsNoTracking().OrderByDescending(h => h.Id).Take(MostShown).Select(h => new
        {
            Hold = h,
            Person = people.Where(p => p.Id == h.PersonId).Select(p => p.Name).FirstOrDefault(),
            Topic = topics.Where(t => t.Id == h.TopicId).Select(t => t.Title).FirstOrDefault(),
            Space = spaces.Where(s => s.Id == h.SpaceId).Select(s => new { s.Slug, s.Name }).FirstOrDefault(),
            By = people.Where(p => p.Id == h.ById).Select(p => p.Name).First(),
        }).ToListAsync()).ConvertAll(h => (h.Hold, Row: new HoldRow(h.Hold.Id, h.Person ?? h.Topic ?? h.Space?.Name ?? "",
            h.Hold.PersonId is { } person ? $"/people/{person}" : h.Hold.TopicId is { } topic ? $"/topics/{topic}" : $"/spaces/{h.Space?.Slug}", h.Hold.Reason, h.By, h.Hold.At, h.Hold.Until, h.Hold.EndedAt)));
        return new RetentionPage(rows, [.. holds.Where(h => h.Hold.HoldsOn(now)).Select(h => h.Row)], [.. holds.Where(h => !h.Hold.HoldsOn(now)).Select(h => h.Row)], form);
    }

    string What(RetentionKind kind) => kind switch
    {
        RetentionKind.Drafts => text["Texts that were not sent, since somebody last touched them"],
        RetentionKind.Notices => text["Notices that were seen"],
        RetentionKind.Sessions => text["Sign-ins that have ended"],
        RetentionKind.Mails => text["Mails that were sent or given up, and what is known of those that came in"],
        _ => text["What was searched for, without a name"],
    };
}
