using Community.People;
using Community.Store;
using Community.Topics.Checks;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Holding;

/// <summary>What was found in a text, as its author is shown it.</summary>
/// <param name="Pieces">The text around the first finds of it, cut so that each find is a piece of its own.</param>
public sealed record FoundPart(IReadOnlyList<FoundRule> Rules, IReadOnlyList<TextPiece> Pieces, bool CanMask, bool MustBeSent, bool IsOnlyAsked);

/// <summary>A rule that found something.</summary>
public sealed record FoundRule(string Name, GuardAct Act, string Why, string Protected, string? Owner, IReadOnlyList<string> Words);

/// <summary>A piece of the text.</summary>
/// <param name="Rule">What found it; null where nothing did.</param>
public sealed record TextPiece(string Text, string? Rule);

/// <summary>Makes it of what a check found.</summary>
public sealed class FoundLoading(CommunityContext db)
{
    const int Around = 60;
    const int MostPieces = 60;
    const int MostWords = 5;

    public async Task<FoundPart> Of(string body, IReadOnlyList<Finding> found, bool mustBeSent)
    {
        var ids = found.Select(one => one.OwnerId).OfType<long>().Distinct().ToList();
        var owners = ids.Count == 0 ? [] : await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var rules = found.ToLookup(one => one.RuleId).Select(group => (First: group.First(), Words: group.Select(one => one.Words).Distinct().Take(MostWords).ToList()))
            .Select(rule => new FoundRule(rule.First.Name, rule.First.Act, rule.First.Why, rule.First.Protected, owners.GetValueOrDefault(rule.First.OwnerId ?? 0), rule.Words));
        return new FoundPart([.. rules.OrderByDescending(rule => rule.Act)], Cut(body, found), found.Any(one => one is { Mask: not null, Act: not GuardAct.Inform }), mustBeSent, found.All(one => one.Act is GuardAct.Inform or GuardAct.Ask));
    }

    static List<TextPiece> Cut(string body, IReadOnlyList<Finding> found)
    {
        var pieces = new List<TextPiece>();
        var at = 0;
        foreach (var one in found.Where(one => one.Start >= 0 && one.Start + one.Length <= body.Length))
        {
            if (one.Start < at || pieces.Count >= MostPieces) continue;

            Between(one.Start, isLast: false);
            pieces.Add(new TextPiece(body.Substring(one.Start, one.Length), one.Name));
            at = one.Start + one.Length;
        }

        if (pieces.Count > 0) Between(body.Length, isLast: true);
        return pieces;

        void Between(int end, bool isLast)
        {
            var text = body[at..end];
            if (text.Length > 2 * Around) text = pieces.Count == 0 ? "… " + text[^Around..] : isLast ? text[..Around] + " …" : text[..Around] + " … " + text[^Around..];
            if (text.Length > 0) pieces.Add(new TextPiece(text, null));
        }
    }
}
