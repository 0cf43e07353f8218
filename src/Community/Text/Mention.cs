namespace Community.Text;

/// <summary>Whom the words after an <c>@</c> name, and how many characters of them are the name.</summary>
public readonly record struct Mention(long PersonId, int Length);
