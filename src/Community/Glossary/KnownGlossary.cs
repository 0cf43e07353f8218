using System.Collections.Concurrent;
using Community.Events;
using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Glossary;

/// <summary>All live terms in memory, until the log says that something happened to one. They are handed out through the gate only, as what one viewer sees of them.</summary>
public sealed class KnownGlossary : IForgets
{
    readonly CommunityStore store;
    readonly Recent recent;
    readonly Remembered<int, AllTerms> known = new(1);

    public KnownGlossary(CommunityStore store, Recent recent)
    {
        (this.store, this.recent) = (store, recent);
        recent.Tell(this);
    }

    /// <summary>What this viewer may see, made once for all who see the same.</summary>
    public async ValueTask<Lexicon> For(Viewer viewer)
    {
        await recent.CatchUp();
        if (known.TryGet(0, out var kept)) return kept.For(viewer);

        var round = known.Round;
        var read = new AllTerms(await store.Read(db => db.Terms.AsNoTracking().Where(t => t.RemovedAt == null).OrderBy(t => t.Id)
            .Select(t => new KnownTerm(t.Id, t.SpaceId, t.Name, t.Meaning, TermText.Lines(t.SynonymLines))).ToListAsync()));
        known.Keep(0, read, round);
        return read.For(viewer);
    }

    void IForgets.Forget(Event happened)
    {
        if (happened.Kind.IsAboutTerm) known.ForgetAll();
    }

    void IForgets.ForgetAll() => known.ForgetAll();
}

/// <summary>A live term.</summary>
/// <param name="SpaceId">Null for the whole institution's.</param>
public sealed record KnownTerm(long Id, long? SpaceId, string Name, string Meaning, IReadOnlyList<string> Synonyms)
{
    /// <summary>The name first.</summary>
    public IEnumerable<string> Forms => Synonyms.Prepend(Name);
}

/// <summary>The terms at one moment. Who reads the same glossaries has the same lexicon, so that it is made for some groups of readers and not for each.</summary>
sealed class AllTerms(IReadOnlyList<KnownTerm> terms)
{
    const int MostLexicons = 1_000;

    readonly long[] spaces = [.. terms.Select(term => term.SpaceId).OfType<long>().Distinct()];

    readonly ConcurrentDictionary<string, Lexicon> lexicons = new();

    public Lexicon For(Viewer viewer)
    {
        if (terms.Count == 0) return Lexicon.Empty;

        var gate = string.Create(spaces.Length + 1, (spaces, viewer), static (gate, of) =>
        {
            gate[0] = of.viewer.ReadsTermsOf(null) ? 'o' : '-';
            for (var i = 0; i < of.spaces.Length; i++) gate[i + 1] = of.viewer.ReadsTermsOf(of.spaces[i]) ? 'o' : '-';
        });
        if (lexicons.TryGetValue(gate, out var made)) return made;

        if (lexicons.Count >= MostLexicons) lexicons.Clear();
        return lexicons[gate] = Lexicon.Of([.. terms.Where(term => viewer.ReadsTermsOf(term.SpaceId))]);
    }
}
