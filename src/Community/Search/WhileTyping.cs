using Community.Glossary;
using Community.Governance;
using Community.Questions;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>
/// Answers each pause of somebody who types a search: topics by their titles, people, subjects, and words that complete the last one. The index only proposes: what
/// is shown passes the gate again, a word by a post that has it.
/// </summary>
public sealed class WhileTyping(SearchIndex index, CommunityContext db, KnownCommunity known, KnownTopics topics)
{
    const int MinLength = 2;
    const int MostCompletions = 3, MostNotes = 3, MostTopics = 5, MostPeople = 3, MostTags = 4, MostTerms = 3;
    const int MostPosts = 40;

    static readonly CommunityAnalyzer Analyzer = new();

    /// <summary>Never fails for its text. Empty for one letter, and where nothing can be searched.</summary>
    public async Task<TypingAnswer> Of(string typed, Viewer viewer, CancellationToken stop = default)
    {
        var text = string.Concat(QueryText.Plain(typed).Where(c => !char.IsSurrogate(c)));
        if (text.Trim().Length < MinLength) return new TypingAnswer();

        var spaces = (await known.Ground()).Spaces.Values.Where(s => viewer.CanRead(s.Id)).ToDictionary(s => s.Id, s => s.Name);
        var found = new Proposals();
        if (!index.TrySearch(searcher => found = Ask(searcher, text, spaces.Keys.ToHashSet(), viewer.IsSignedIn))) return new TypingAnswer();

        var seen = await Seen(found, viewer, stop);
        var facts = await topics.Facts([.. seen.Values.Distinct()]);
        // From what is in sight: a word of the index that begins so may stand elsewhere only.
        var last = LastWord.Of(text);
        using var excerpt = new Excerpt([.. found.Marks, .. facts.Values.SelectMany(topic => last.BegunIn(topic.Title, Analyzer))]);
        var listed = found.Posts.Select(post => facts.GetValueOrDefault(seen.GetValueOrDefault(post.Id))).OfType<TopicFacts>().Where(topic => spaces.ContainsKey(topic.SpaceId)).DistinctBy(topic => topic.Id)
            .OrderByDescending(topic => Folded.Of(topic.Title).StartsWith(found.Folded, StringComparison.Ordinal))
            .Select(topic => new TypedTopic(topic.Kind, topic.Id, topic.Title, excerpt.In(topic.Title).Whole, TopicRow.StateOf(topic), spaces[topic.SpaceId])).ToList();
        return new TypingAnswer
        {
            Completions = [.. found.Completions.Where(word => seen.ContainsKey(word.PostId)).Select(word => word.Text)],
            Notes = [.. listed.Where(topic => topic.Kind == TopicKind.Note).Take(MostNotes)],
            Topics = [.. listed.Where(topic => topic.Kind != TopicKind.Note).Take(MostTopics)],
            People = await new HitLoading(db, topics, viewer, [], excerpt).LoadPeople(found.PersonIds, stop),
            Tags = [.. found.Tags.Where(tag => facts.GetValueOrDefault(seen.GetValueOrDefault(tag.PostId))?.Tags.Contains(tag.Name) == true).Select(tag => tag.Name)],
            Terms = await Terms(text, viewer, stop),
        };
    }

    /// <summary>Terms whose name or other form begins so.</summary>
    async Task<IReadOnlyList<TypedTerm>> Terms(string text, Viewer viewer, CancellationToken stop)
    {
        var folded = Folded.Of(text).Trim();
        if (folded.Length == 0) return [];

        return await db.Terms.AsNoTracking().ListedFor(viewer).Where(t => t.NameFolded.StartsWith(folded) || t.SynonymsFolded.StartsWith(folded) || t.SynonymsFolded.Contains("\n" + folded))
            .OrderBy(t => t.NameFolded).ThenBy(t => t.Id).Take(MostTerms).Select(t => new TypedTerm(t.Id, t.Name, t.Meaning)).ToListAsync(stop);
    }

    Proposals Ask(IndexSearcher searcher, string text, IReadOnlySet<long> spaces, bool isSignedIn)
    {
        var last = LastWord.Of(text);
        var query = new TypedQuery(searcher.IndexReader, last, Analyzer);
        if (query.AsksNothing) return new Proposals();

        var visible = new VisiblePosts(searcher, spaces);
        // What was taken back is still in an index that is behind, and a word has no row that could be asked.
        var isBehind = index.CatchingUp is not null;
        return new Proposals
        {
            Posts = Posts(searcher, query, spaces),
            Completions = isBehind ? [] : Completions.Of(last, visible, Analyzer, MostCompletions),
            Tags = VisibleTags.Of(text, last, visible, MostTags),
            PersonIds = isSignedIn ? Searcher.Ids(searcher, searcher.Search(query.People(text), MostPeople)) : [],
            Marks = query.Marks,
            Folded = Folded.Of(text),
        };
    }

    /// <summary>By title; where that are few, by text too.</summary>
    static List<SegmentPost> Posts(IndexSearcher searcher, TypedQuery query, IReadOnlySet<long> spaces)
    {
        var posts = Best(query.InTitles());
        if (posts.Count < MostTopics && query.InTexts() is { } inTexts) posts.AddRange(Best(inTexts));
        return posts;

        List<SegmentPost> Best(Query query)
        {
            var best = new BestPosts(spaces, MostPosts);
            searcher.Search(query, best);
            return [.. best.Best.DistinctBy(post => post.TopicId)];
        }
    }

    /// <summary>Of the proposed posts those in sight, with their topics.</summary>
    async Task<Dictionary<long, long>> Seen(Proposals found, Viewer viewer, CancellationToken stop)
    {
        var ids = found.Posts.Select(post => post.Id).Concat(found.Completions.Select(word => word.PostId)).Concat(found.Tags.Select(tag => tag.PostId)).Distinct().ToList();
        if (ids.Count == 0) return [];

        return await db.Posts.ListedFor(viewer).Where(p => ids.Contains(p.Id) && p.Topic.Standing == Standing.Published).ToDictionaryAsync(p => p.Id, p => p.TopicId, stop);
    }

    sealed record Proposals
    {
        public IReadOnlyList<SegmentPost> Posts { get; init; } = [];

        public IReadOnlyList<Completion> Completions { get; init; } = [];

        public IReadOnlyList<(string Name, long PostId)> Tags { get; init; } = [];

        public IReadOnlyList<long> PersonIds { get; init; } = [];

        public IReadOnlyList<string> Marks { get; init; } = [];

        public string Folded { get; init; } = "";
    }
}
