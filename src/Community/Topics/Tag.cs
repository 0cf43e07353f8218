using System.Text.RegularExpressions;
using Community.Events;

namespace Community.Topics;

/// <summary>A subject word, with synonyms.</summary>
public sealed partial class Tag : Entity
{
    public const int MaxPerTopic = 8;

    Tag()
    {
    }

    public Tag(string name) => Name = CleanName(name);

    /// <summary>Lower case, letters, digits and <c>- . + #</c>, at most 50.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the subject is, in a few plain sentences.</summary>
    public string Description { get; private set; } = "";

    public List<TagSynonym> Synonyms { get; } = [];

    /// <summary>"Inter-Library Loan" becomes "inter-library-loan".</summary>
    /// <exception cref="RefusedException">Nothing usable is left.</exception>
    public static string CleanName(string name)
    {
        var clean = string.Join('-', (name ?? "").Trim().TrimStart('#').ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return NameForm().IsMatch(clean)
            ? clean
            : throw new RefusedException(Refusal.Invalid, "A subject has 1 to 50 letters, digits, hyphens or dots, such as interlibrary-loan.") { Field = "Tags" };
    }

    public void Describe(string description, IEnumerable<string> synonyms, long? actorId, DateTime now)
    {
        Description = (description ?? "").Trim();
        if (Description.Length > 5_000)
            throw new RefusedException(Refusal.Invalid, "This has more than {0} characters. Shorten it.", 5_000) { Field = nameof(Description) };

        var names = synonyms.Select(CleanName).Where(name => name != Name).Distinct().ToList();
        Synonyms.RemoveAll(old => !names.Contains(old.Name));
        Synonyms.AddRange(names.Where(name => Synonyms.All(old => old.Name != name)).Select(name => new TagSynonym(name)));
        Tell(EventKind.TagChanged, now, actorId);
    }

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}\p{M}.+#_-]{0,49}$", RegexOptions.NonBacktracking)]
    private static partial Regex NameForm();
}

/// <summary>Another word for a tag; typing it gives the tag.</summary>
public sealed class TagSynonym(string name)
{
    public string Name { get; private set; } = name;

    public long TagId { get; private set; }
}

/// <summary>A tag on a topic.</summary>
public sealed class TopicTag
{
    TopicTag()
    {
    }

    public TopicTag(Topic topic, Tag tag)
    {
        Topic = topic;
        Tag = tag;
    }

    public long TopicId { get; private set; }

    public Topic? Topic { get; private set; }

    public long TagId { get; private set; }

    public Tag? Tag { get; private set; }
}
