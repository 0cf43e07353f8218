namespace Community.Transfer;

/// <summary>The tables of an import: as its report names them, and, for those of a dump, as <see cref="ImportedRow.Table"/> keys them.</summary>
public static class TableNames
{
    public const string Users = "Users";
    public const string Tags = "Tags";

    /// <summary>Questions and answers share their ids in a dump, so they share this key too.</summary>
    public const string Posts = "Posts";
    public const string Questions = "Questions";
    public const string Answers = "Answers";
    public const string Comments = "Comments";
    public const string History = "PostHistory";
    public const string Links = "PostLinks";
    public const string Votes = "Votes";
    public const string TagTexts = "Tag descriptions";
    public const string Accepted = "Accepted answers";

    /// <summary>In the order of a report.</summary>
    public static readonly IReadOnlyList<string> All = [Users, Questions, Answers, Comments, Accepted, Tags, TagTexts, History, Links, Votes, Posts];

    /// <summary>Which space the site went into; the one row has id 0.</summary>
    internal const string Space = "Space";

    /// <summary>Topics whose event waits until all their rows are in; the row goes when the event is told.</summary>
    internal const string Untold = "Untold";
}
