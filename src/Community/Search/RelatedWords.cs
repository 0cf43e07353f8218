using Community.Text;
using Community.Topics;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>
/// The words that the best posts use for what was asked: pseudo-relevance feedback (Lavrenko and Croft, "Relevance-based language models", 2001; as RM3 by Abdul-Jaleel et al., 2004),
/// with BM25 in the place of its language models. Who describes a subject in a sentence does not know all its words; the posts that fit best do.
/// </summary>
static class RelatedWords
{
    /// <summary>How many of the best posts are read.</summary>
    public const int Posts = 6;

    const int Most = 20;

    /// <summary>A word of one post alone may be that post's own.</summary>
    const int FewestPosts = 2;
    const int MostLookedUp = 40;
    const int MaxTextLength = 20_000;

    /// <summary>What the most telling word counts beside a typed one; the others less.</summary>
    const float Weight = 0.7f;

    /// <summary>A word in more than this share of all posts tells nothing.</summary>
    const float MostOfPosts = 0.2f;

    /// <summary>The better a post fits, the more its words count: its score to this power.</summary>
    const int Steepness = 4;

    static readonly Document Nothing = new("", 0);

    /// <summary>Null where the posts say nothing of their own.</summary>
    public static InFields? Of(IReadOnlyList<Document> posts, IndexSearcher searcher, CommunityAnalyzer analyzer)
    {
        var best = posts.MaxBy(post => post.Score) ?? Nothing;
        var statistics = searcher.CollectionStatistics(Fields.Text);
        if (best.Score <= 0 || statistics.DocCount <= 0) return null;

        var averageLength = statistics.SumTotalTermFreq / (float)statistics.DocCount;
        var shares = new Dictionary<string, (float Share, int Posts)>();
        foreach (var post in posts)
        {
            var terms = Terms.Of(analyzer, post.Text.Length <= MaxTextLength ? post.Text : post.Text[..MaxTextLength]);
            var share = MathF.Pow(post.Score / best.Score, Steepness) / (terms.Count + averageLength);
            foreach (var same in terms.Where(term => term.Text.Length > 1 && !StopWords.Has(term.Text)).CountBy(term => term.Text))
            {
                var before = shares.GetValueOrDefault(same.Key);
                shares[same.Key] = (before.Share + share * same.Value, before.Posts + 1);
            }
        }

        var telling = new List<(TermQuery Query, float Share)>(MostLookedUp);
        foreach (var (text, (share, _)) in shares.Where(term => term.Value.Posts >= FewestPosts).OrderByDescending(term => term.Value.Share).ThenBy(term => term.Key, StringComparer.Ordinal).Take(MostLookedUp))
        {
            var term = new Term(Fields.Text, text);
            var context = TermContext.Build(searcher.TopReaderContext, term);
            if (context.DocFreq > 0 && context.DocFreq <= statistics.DocCount * MostOfPosts)
                telling.Add((new TermQuery(term, context), share * MathF.Log(1 + (statistics.DocCount - context.DocFreq + 0.5f) / (context.DocFreq + 0.5f))));
        }

        if (telling.Count == 0) return null;

        telling.Sort((one, other) => other.Share.CompareTo(one.Share));
        foreach (var (query, share) in telling) query.Boost = Weight * share / telling[0].Share;
        return new InFields([.. telling.Take(Most).Select(term => term.Query)]);
    }

    /// <summary>A post that fits well.</summary>
    /// <param name="Text">As the index has it; of an opening with its title.</param>
    public sealed record Document(string Text, float Score)
    {
        public static Document Of(PostRow post, string title, float score)
        {
            var text = PlainPost.Of(post.Html);
            return new Document(post.Part == Part.Opening ? $"{title}\n{text}" : text, score);
        }
    }
}
