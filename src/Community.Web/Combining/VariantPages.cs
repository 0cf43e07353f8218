using Community.Web.Topics;

namespace Community.Web.Combining;

/// <summary>A variant as it is typed.</summary>
public sealed record VariantForm : Composed, ITypedText
{
    public string Space { get; init; } = "";

    public string Title { get; init; } = "";

    public string Body { get; init; } = "";

    public string Tags { get; init; } = "";

    /// <summary>The unit that it is for; empty where <see cref="Summary"/> says it. Both are called as the fields of a draft, which keeps them.</summary>
    public long? ParentId { get; init; }

    public string? Summary { get; init; }

    /// <summary>When the draft in it was saved; never bound.</summary>
    internal DateTime? SavedAt { get; init; }

    public ITypedText With(string body) => this with { Body = body };
}

/// <summary>The page for writing a variant.</summary>
public sealed record VariantPage(TopicHead Base, VariantForm Form, IReadOnlyList<SpaceChoice> Spaces, IReadOnlyList<Named> Units);

/// <summary>What a variant says otherwise than its base.</summary>
public sealed record DifferencesPage(TopicHead Base, TopicHead Variant, IReadOnlyList<DifferenceBlock> Difference);
