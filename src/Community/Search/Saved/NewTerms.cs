using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search.Saved;

/// <summary>All terms of the new posts. Most saved searches want one that is not among them, and need not be run at all; that is what makes many of them cheap.</summary>
sealed class NewTerms
{
    static readonly string[] Names = [Fields.Text, Fields.Head, Fields.Author];

    readonly HashSet<Term> terms = [];

    public NewTerms(IndexReader posts)
    {
        foreach (var name in Names)
        {
            if (MultiFields.GetTerms(posts, name) is not { } of) continue;

            var each = of.GetEnumerator();
            while (each.MoveNext()) terms.Add(new Term(name, Lucene.Net.Util.BytesRef.DeepCopyOf(each.Term)));
        }
    }

    /// <summary>False only where nothing can fit. Of a query that it does not know it says that it may.</summary>
    public bool MayFit(Query query) => query switch
    {
        TermQuery term => terms.Contains(term.Term),
        PhraseQuery row => row.GetTerms().All(terms.Contains),
        DisjunctionMaxQuery any => any.Any(MayFit),
        BooleanQuery all => MayFit(all),
        Without some => MayFit(some.Wanted),
        FewQuery few => Any(few),
        _ => true,
    };

    bool MayFit(BooleanQuery all)
    {
        var hasMust = false;
        foreach (var clause in all.Where(clause => clause.Occur == Occur.MUST))
        {
            if (!MayFit(clause.Query)) return false;
            hasMust = true;
        }

        return hasMust || all.Any(clause => clause.Occur == Occur.SHOULD && MayFit(clause.Query));
    }

    bool Any(FewQuery few)
    {
        var wanted = new HashSet<Term>();
        few.ExtractTerms(wanted);
        return wanted.Any(terms.Contains);
    }
}
