using Community.Topics;

namespace Community.Notes.Bench;

/// <summary>The note that somebody is distilling: its frame. One a person, kept until it is published.</summary>
public sealed class BenchNote
{
    public const int MostSections = 20;
    public const int MaxHeadingLength = 120;

    BenchNote()
    {
    }

    public BenchNote(long personId, IEnumerable<string> headings)
    {
        PersonId = personId;
        Headings = string.Join('\n', headings);
    }

    public long PersonId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What it is for, in one line.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The space's slug; empty until one is chosen.</summary>
    public string Space { get; private set; } = "";

    /// <summary>With commas between them.</summary>
    public string Tags { get; private set; } = "";

    /// <summary>One a line: the sections, in order.</summary>
    public string Headings { get; private set; } = "";

    public IReadOnlyList<string> Sections => Headings.Split('\n');

    /// <exception cref="RefusedException">Something is longer than it may be.</exception>
    public void Keep(string title, string purpose, string space, string tags, IEnumerable<string> headings)
    {
        var clean = headings.Select(heading => heading.ReplaceLineEndings(" ").Trim()).ToList();
        if (title.Length > Topic.MaxTitleLength) throw new RefusedException(Refusal.Invalid, "A title has 1 to {0} characters.", Topic.MaxTitleLength) { Field = "Title" };
        if (clean.Count > MostSections || clean.Exists(heading => heading.Length > MaxHeadingLength))
            throw new RefusedException(Refusal.Invalid, "A note on the bench has at most {0} sections, each with a heading of at most {1} characters.", MostSections, MaxHeadingLength) { Field = "Headings" };

        (Title, Purpose, Space, Tags) = (title.Trim(), Cut(purpose, 1_000), Cut(space, 100), Cut(tags, 500));
        if (clean.Count > 0) Headings = string.Join('\n', clean);
    }

    static string Cut(string text, int length) => text.Trim() is var trimmed && trimmed.Length > length ? trimmed[..length] : trimmed;
}
