using Community.Topics;

namespace Community.Web.Topics;

/// <summary>A new revision as it is typed.</summary>
public sealed record EditForm : Composed, ITypedText
{
    public string Title { get; init; } = "";

    public string Tags { get; init; } = "";

    public string Body { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>The revision that the editor began from.</summary>
    public int? BaseRevision { get; init; }

    /// <summary>Refinement tasks that it answers. Null for none: what is bound does not go into a list that is there.</summary>
    public IReadOnlyList<long>? Answers { get; init; }

    /// <summary>Of a note: its editor has looked at the whole of it.</summary>
    public bool IsCheck { get; init; }

    /// <summary>Of a note: spelling or layout; nobody is told.</summary>
    public bool IsMinor { get; init; }

    /// <summary>When the draft in it was saved; never bound.</summary>
    internal DateTime? SavedAt { get; init; }

    public ITypedText With(string body) => this with { Body = body };
}

/// <summary>The page for editing a post.</summary>
/// <param name="Conflict">Set when somebody saved a newer revision meanwhile.</param>
public sealed record EditPage(long PostId, TopicHead Head, Part Part, bool IsAllowed, EditForm Form, Conflict? Conflict)
{
    /// <summary>Who else has begun to.</summary>
    public IReadOnlyList<AlsoEditing> Others { get; init; } = [];

    /// <summary>The editor keeps the note: saving it may count as a check.</summary>
    public bool MayCheck { get; init; }
}

/// <summary>Somebody who edits the same post.</summary>
/// <param name="At">When that person typed last, as far as it was saved; null where the editor is open and nothing was.</param>
public sealed record AlsoEditing(long Id, string Name, DateTime? At);

/// <summary>What somebody else saved meanwhile, beside what was typed.</summary>
/// <param name="IsMerged">The field has both texts; what both changed stands in it twice.</param>
public sealed record Conflict(int Number, string Editor, DateTime At, string Text, IReadOnlyList<DifferenceBlock> Difference, bool IsMerged);

/// <summary>What a post said, and what changed between two of its revisions.</summary>
public sealed record HistoryPage(long PostId, TopicHead Head, Part Part, IReadOnlyList<RevisionRow> Revisions, int From, int To, IReadOnlyList<DifferenceBlock> Difference, bool IsSource, bool MayRestore)
{
    public RevisionRow Shown => Revisions.FirstOrDefault(r => r.Number == To) ?? Revisions[0];
}

/// <summary>A text by its lines, those of one revision beside each other together.</summary>
public sealed record LinesPage(long PostId, TopicHead Head, IReadOnlyList<(RevisionRow Revision, IReadOnlyList<string> Lines)> Groups);

/// <summary>One revision in the list.</summary>
public sealed record RevisionRow(int Number, long EditorId, string Editor, DateTime At, string Summary, bool IsMinor);

/// <summary>What one person saved within a few minutes, newest first.</summary>
public sealed record SittingRow(IReadOnlyList<RevisionRow> Revisions)
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public RevisionRow Newest => Revisions[0];

    public int From => Revisions[^1].Number - 1;

    /// <summary>What is said of it: the words of all of its revisions.</summary>
    public string Summary => string.Join("; ", Revisions.Select(r => r.Summary).Where(summary => summary.Length > 0).Distinct().Reverse());

    /// <param name="revisions">Newest first.</param>
    public static IReadOnlyList<SittingRow> Of(IReadOnlyList<RevisionRow> revisions)
    {
        var sittings = new List<SittingRow>();
        foreach (var revision in revisions)
        {
            if (sittings is [.., var last] && revision.Number > 1 && revision.EditorId == last.Newest.EditorId && last.Revisions[^1].At - revision.At <= Longest) sittings[^1] = new SittingRow([.. last.Revisions, revision]);
            else sittings.Add(new SittingRow([revision]));
        }

        return sittings;
    }
}
