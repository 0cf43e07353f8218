using System.Text;
using Community.Events;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Checks;

/// <summary>What is looked for in texts, in memory and ready to look, until the log says that it changed.</summary>
public sealed class KnownGuards : IForgets
{
    readonly CommunityStore store;
    readonly Recent recent;
    readonly TimeProvider clock;
    readonly Remembered<int, Known> known = new(1);

    public KnownGuards(CommunityStore store, Recent recent, TimeProvider clock)
    {
        (this.store, this.recent, this.clock) = (store, recent, clock);
        recent.Tell(this);
    }

    /// <summary>Everything that is found, by the rules of all spaces, in the order of the text; what is found by two rules is there twice.</summary>
    public async ValueTask<IReadOnlyList<Finding>> Check(GuardedText text)
    {
        var all = await Guards();
        var now = clock.Now();
        var holding = all.Guards.Where(guard => guard.Rule.HoldsOn(now)).ToList();
        if (holding.Count == 0) return [];

        text = text with { OwnDomains = all.OwnDomains };
        var found = new List<Finding>();
        foreach (var (words, isBody) in new[] { (text.Body, true), (text.Title, false) })
        {
            if (words.Length == 0) continue;
            var places = holding.Exists(guard => guard is SubjectGuard) ? WordPlaces.Of(words) : WordPlaces.None;
            foreach (var guard in holding)
                foreach (var (start, length) in guard.Find(words, places, text, now))
                    found.Add(Found(guard, isBody ? start : -1, length, words.Substring(start, length)));
        }

        foreach (var marking in holding.OfType<MarkingGuard>())
            found.AddRange(MarkingGuard.FindIn(text.Files).Select(file => Found(marking, -1, 0, file)));
        return [.. found.OrderBy(finding => finding.Start)];
    }

    /// <summary>What is found in words beside a post, such as a report's line or what a term means, as they are kept: without runs of white space.</summary>
    /// <param name="before">Reads the words that stand there, where something was found: what is found in them, too, is no news.</param>
    public async Task<IReadOnlyList<WordsFound>> CheckWords(IEnumerable<(string Field, string? Words)> fields, Func<CommunityContext, Task<string[]?>>? before = null)
    {
        var found = new List<WordsFound>();
        foreach (var (field, words) in fields) found.AddRange((await CheckLine(words)).Select(one => new WordsFound(field, one)));
        if (found.Count == 0 || before is null) return found;

        var known = new HashSet<(long, string)>();
        foreach (var words in await store.Read(before) ?? []) known.UnionWith((await CheckLine(words)).Select(one => (one.RuleId, one.Words)));
        return found.FindAll(one => !known.Contains((one.What.RuleId, one.What.Words)));
    }

    /// <summary>What is longer than any text may be is refused for that.</summary>
    async ValueTask<IReadOnlyList<Finding>> CheckLine(string? words) => OneLine.Of(words) is { Length: > 0 and <= PostText.MaxLength } line ? await Check(new GuardedText(line, "", [])) : [];

    /// <summary>The text with everything masked that can be, but for what is only pointed out.</summary>
    public static string Masked(string body, IReadOnlyList<Finding> found)
    {
        var masked = new StringBuilder();
        var at = 0;
        foreach (var finding in found.Where(finding => finding is { Mask: not null, Start: >= 0, Act: not GuardAct.Inform }))
        {
            if (finding.Start < at) continue;
            masked.Append(body, at, finding.Start - at).Append(finding.Mask);
            at = finding.Start + finding.Length;
        }

        return masked.Append(body, at, body.Length - at).ToString();
    }

    static Finding Found(Guard guard, int start, int length, string words) =>
        new(guard.Rule.Id, guard.Rule.Kind, guard.Rule.Act, guard.Rule.Name, guard.Rule.Why, guard.Rule.Protected, guard.Rule.OwnerId, guard.Rule.SpaceId, start, length, words, start < 0 ? null : guard.Mask(words));

    async ValueTask<Known> Guards()
    {
        await recent.CatchUp();
        if (known.TryGet(0, out var kept)) return kept;

        var round = known.Round;
        var read = await store.Read(async db =>
        {
            var rules = await db.GuardRules.AsNoTracking().Where(r => r.EndedAt == null).OrderBy(r => r.Id).ToListAsync();
            var institution = await db.Institutions.AsNoTracking().Select(i => new { i.PublicAddress, i.Domains }).FirstOrDefaultAsync();
            string[] own = [.. (institution?.Domains ?? "").Split(['\n', ' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), .. Uri.TryCreate(institution?.PublicAddress, UriKind.Absolute, out var at) ? [at.Host] : Array.Empty<string>()];
            return new Known([.. rules.Select(Guard.Of)], own);
        });
        known.Keep(0, read, round);
        return read;
    }

    void IForgets.Forget(Event happened)
    {
        if (happened.Kind is EventKind.GuardsChanged or EventKind.InstitutionChanged) known.ForgetAll();
    }

    void IForgets.ForgetAll() => known.ForgetAll();

    sealed record Known(IReadOnlyList<Guard> Guards, IReadOnlyList<string> OwnDomains);
}
