using Community.Topics;

namespace Community.Search;

/// <summary>What operators name: once what is wanted, once what is not. Several values of one operator mean any of them, but of states all.</summary>
sealed class QueryNarrowing
{
    public List<TopicKind> Kinds { get; } = [];

    /// <summary>Slugs or names, as typed.</summary>
    public List<string> Spaces { get; } = [];

    public List<string> Tags { get; } = [];

    /// <summary>Names of authors, or <c>me</c>.</summary>
    public List<string> Authors { get; } = [];

    public List<StateWord> States { get; } = [];

    public bool IsEmpty => Kinds.Count + Spaces.Count + Tags.Count + Authors.Count + States.Count == 0;

    /// <summary>Takes an operator's value; false where it says nothing, and is text.</summary>
    public bool Take(string name, string value)
    {
        switch (name)
        {
            case "kind" when (Named<TopicKind>(value) ?? Named<TopicKind>(value.TrimEnd('s', 'S'))) is { } kind:
                Kinds.Add(kind);
                return true;
            case "is" when Named<StateWord>(value) is { } state:
                States.Add(state);
                return true;
            case "has" when value.Equals("accepted", StringComparison.OrdinalIgnoreCase):
                States.Add(StateWord.Answered);
                return true;
            case "space":
                Spaces.Add(value);
                return true;
            case "tag":
                Tags.Add(value);
                return true;
            case "by" or "author":
                Authors.Add(value);
                return true;
            default:
                return false;
        }
    }

    static T? Named<T>(string value) where T : struct, Enum => value.Length > 0 && char.IsAsciiLetter(value[0]) && Enum.TryParse<T>(value, ignoreCase: true, out var named) ? named : null;
}
