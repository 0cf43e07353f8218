using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Finds people by name, unit, position and subjects.</summary>
static class PersonQuery
{
    const int MaxWords = 8;

    static readonly (string Name, float Weight)[] FieldWeights = [(Fields.Name, 4), (Fields.About, 2), (Fields.Position, 1.5f), (Fields.Unit, 1)];

    /// <summary>Null when no word was typed, or operators that people have none of. Of one or two words all must fit, of more two thirds.</summary>
    public static Query? Of(QueryText typed, CommunityAnalyzer analyzer)
    {
        if (typed.IsNarrowed) return null;

        var words = typed.Units.Where(unit => !unit.IsExcluded).Select(unit => new AnalysedWord(unit.Any[0], analyzer)).Where(word => word.HasTerms && !word.IsStop).Take(MaxWords).ToList();
        if (words.Count == 0) return null;

        var all = new BooleanQuery { MinimumNumberShouldMatch = words.Count <= 2 ? words.Count : (words.Count * 2 + 2) / 3 };
        foreach (var word in words)
        {
            var best = new DisjunctionMaxQuery(Ranking.Tie);
            foreach (var (name, weight) in FieldWeights)
            {
                var query = word.In(name);
                query.Boost *= weight;
                best.Add(query);
            }

            all.Add(best, Occur.SHOULD);
        }

        return new BooleanQuery(disableCoord: true) { { all, Occur.MUST }, { new ConstantScoreQuery(new TermQuery(new Term(Fields.Type, Fields.Person))) { Boost = 0 }, Occur.MUST } };
    }
}
