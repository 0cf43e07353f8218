using Community.Notes.Bench;
using Community.Web.Topics;

namespace Community.Web.Notes;

/// <summary>What lies on somebody's bench, and the note that it becomes.</summary>
/// <param name="Key">Sentences that say most of the threads that passages came from, and that are not on the bench yet.</param>
public sealed record BenchPage(BenchForm Form, IReadOnlyList<PassageView> Passages, IReadOnlyList<BenchSection> Sections, IReadOnlyList<SpaceChoice> Spaces, IReadOnlyList<KeyPassage> Key, IReadOnlyList<RelatedPost> Related)
{
    /// <summary>The questions that passages in the note were taken from: it says what answers them, unless the reader thinks otherwise.</summary>
    public IReadOnlyList<(long Id, string Title)> Questions { get; } = [.. Sections.SelectMany(section => section.Blocks).Select(block => Passages.FirstOrDefault(p => p.Id == block.PassageId)).OfType<PassageView>().Where(p => p.QuestionId is not null).Select(p => (p.QuestionId!.Value, p.Topic)).Distinct()];

    /// <summary>Whom the note will credit, and ask what was missed.</summary>
    public IReadOnlyList<(long Id, string Name)> Quoted { get; } =
        [.. Sections.SelectMany(section => section.Blocks).Select(block => Passages.FirstOrDefault(p => p.Id == block.PassageId)).OfType<PassageView>().Where(p => p.AuthorId is not null).Select(p => (p.AuthorId!.Value, p.Author!)).Distinct()];
}

/// <summary>A passage on the bench.</summary>
/// <param name="Text">Null when its post is out of sight by now.</param>
/// <param name="Letter">Its letter in the note; null while it is not in it.</param>
public sealed record PassageView(long Id, long PostId, string? Text, long? AuthorId, string? Author, string Topic, DateTime At, string? Letter)
{
    /// <summary>The question that it was said in; null elsewhere.</summary>
    public long? QuestionId { get; init; }
}

/// <summary>A section of the note on the bench.</summary>
public sealed record BenchSection(string Heading, IReadOnlyList<BenchBlockView> Blocks);

/// <summary>A piece of it.</summary>
/// <param name="Text">Null while its source is out of sight: it is kept, and comes back with it.</param>
/// <param name="IsAsSaid">Nobody changed the passage's words yet.</param>
public sealed record BenchBlockView(long Id, string? Text, long? PassageId, string? Letter, string? Author, bool IsAsSaid);

/// <summary>A sentence that says much of its thread.</summary>
public sealed record KeyPassage(long PostId, string Text, string Author, string Topic);

/// <summary>A post about the same.</summary>
public sealed record RelatedPost(long PostId, string Title, string Author, string Passage);

/// <summary>The bench as it is typed. A field that was left empty comes as null.</summary>
public sealed record BenchForm
{
    public string Title { get; init => field = value ?? ""; } = "";

    public string Purpose { get; init => field = value ?? ""; } = "";

    public string Space { get; init => field = value ?? ""; } = "";

    public string Tags { get; init => field = value ?? ""; } = "";

    /// <summary>Of the sections, in order.</summary>
    public string[] Headings { get; init; } = [];

    /// <summary>The pieces, by id.</summary>
    public Dictionary<long, string> Texts { get; init; } = [];

    /// <summary>The passages that were ticked.</summary>
    public long[] Passage { get; init; } = [];

    /// <summary>The section that they go into, from 0.</summary>
    public int Into { get; init; }

    /// <summary>What was pressed: <c>keep</c>, <c>put</c>, <c>publish</c>, or <c>up</c>, <c>down</c>, <c>drop</c>, <c>away</c> and <c>write</c> with a number.</summary>
    public string Act { get; init; } = "keep";

    /// <summary>Before which piece of the section they go.</summary>
    public int Before { get; init; } = int.MaxValue;

    /// <summary>The questions that the note answers, of those that were offered.</summary>
    public long[] Answers { get; init; } = [];

    /// <summary>Whether the page offered any, so that none means none.</summary>
    public bool OffersAnswers { get; init; }

    public BenchDraft ToDraft() => new(Title, Purpose, Space, Tags, [.. Headings.Select(heading => heading ?? "")], Texts.ToDictionary(text => text.Key, text => text.Value ?? ""));
}
