using Community.Notes.Care;

namespace Community.Search;

/// <summary>Finds what puts a hit where it stands. It says only what the hit itself shows.</summary>
sealed class Reasons(PostQuery query, Priors priors)
{
    const int FewestVotes = 2;

    public IReadOnlyList<Reason> Of(PostRow post, FoundText title, FoundText text, bool isAccepted, NoteStanding? note, (int Worked, int Failed) reports)
    {
        if (!query.HasText) return [];

        var reasons = new List<Reason>();
        var inTitle = query.Wanted.Where(unit => title.Has(unit.Marks)).ToList();
        if (inTitle.Count == query.Wanted.Count) reasons.Add(new Reason(ReasonKind.AllInTitle, Named(inTitle)));
        else if (inTitle.Count > 0) reasons.Add(new Reason(ReasonKind.InTitle, Named(inTitle)));

        if (isAccepted) reasons.Add(new Reason(ReasonKind.Accepted, post.IsUnnamed ? "" : post.AuthorName));
        var parts = query.Wanted.SelectMany(unit => unit.First.Parts).ToList();
        if (parts.Count > 1 && inTitle.Count < query.Wanted.Count && text.HasInARow(parts)) reasons.Add(new Reason(ReasonKind.InARow));
        if (post.Score >= FewestVotes) reasons.Add(new Reason(ReasonKind.Votes, Count: post.Score));
        if (reports.Failed > reports.Worked) reasons.Add(new Reason(ReasonKind.Failed, Count: reports.Failed));
        else if (reports.Worked > 0) reasons.Add(new Reason(ReasonKind.Worked, Count: reports.Worked));
        if (note is not null) reasons.Add(OfNote(note));

        var others = query.Wanted.Select(unit => unit.OtherWord(one => title.Has(one.Marks) || text.Has(one.Marks))).OfType<string>().Distinct().ToList();
        if (others.Count > 0) reasons.Add(new Reason(ReasonKind.AlsoSaid, string.Join(", ", others)));
        var lacking = query.Wanted.Where(unit => !title.Has(unit.Marks) && !text.Has(unit.Marks) && !IsAuthor(unit, post)).ToList();
        if (lacking.Count > 0 && lacking.Count < query.Wanted.Count) reasons.Add(new Reason(ReasonKind.Lacks, Named(lacking)));
        return reasons;
    }

    Reason OfNote(NoteStanding note) => note.On(priors.Now) switch
    {
        NoteState.Outdated => new Reason(ReasonKind.Outdated, At: note.OutdatedAt),
        NoteState.Disputed => new Reason(ReasonKind.Disputed, At: note.DisputedAt),
        NoteState.Due => new Reason(ReasonKind.Stale, At: note.CheckedAt),
        _ => new Reason(note.CheckedById is null ? ReasonKind.Written : ReasonKind.Fresh, At: note.CheckedAt),
    };

    static bool IsAuthor(AnalysedUnit unit, PostRow post) => !post.IsUnnamed && Folded.Of(post.AuthorName).Contains(Folded.Of(unit.First.Text), StringComparison.Ordinal);

    static string Named(IEnumerable<AnalysedUnit> units) => string.Join(", ", units.Select(unit => unit.First.Text));
}
