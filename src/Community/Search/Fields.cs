namespace Community.Search;

/// <summary>The names of an index document's fields.</summary>
static class Fields
{
    /// <summary>"p17" or "u7": what a document is replaced by.</summary>
    public const string Key = "key";

    /// <summary>"post" or "person".</summary>
    public const string Type = "type";
    public const string Post = "post";
    public const string Person = "person";

    public const string Id = "id";
    public const string Topic = "topic";
    public const string Stamp = "stamp";
    public const string Space = "space";
    public const string Kind = "kind";
    public const string Flags = "flags";

    /// <summary>The year in which the topic began.</summary>
    public const string Begun = "begun";

    /// <summary>The day of a note's last check.</summary>
    public const string Due = "due";
    public const string Part = "part";
    public const string AuthorId = "authorId";
    public const string At = "at";
    public const string Score = "score";

    /// <summary>What a post's reports add up to, as the bits of a float; missing where it has none.</summary>
    public const string Reports = "reports";
    public const string Tag = "tag";

    /// <summary>All of a post's words: its text, and of an opening its topic's title and subjects.</summary>
    public const string Text = "text";

    /// <summary>Title and subjects of its topic alone.</summary>
    public const string Head = "head";
    public const string Author = "author";

    /// <summary>The same words as <see cref="Text"/>, as they are written, without their stems: for completing and correcting alone, so that it says which posts have a word and nothing more.</summary>
    public const string Word = "word";

    /// <summary>Of an opening: the words of <see cref="Head"/> as they are written.</summary>
    public const string HeadWord = "headWord";

    public const string Name = "name";
    public const string Unit = "unit";
    public const string Position = "position";
    public const string About = "about";

    /// <summary>The words of <see cref="Name"/> as they are written.</summary>
    public const string NameWord = "nameWord";

    /// <summary>Whether a field has words as they are written.</summary>
    public static bool IsUnstemmed(string field) => field is Word or HeadWord or NameWord;

    public static string PostKey(long id) => FormattableString.Invariant($"p{id}");

    public static string PersonKey(long id) => FormattableString.Invariant($"u{id}");
}
