namespace Community.Search;

/// <summary>A word or a "phrase in quotation marks" as typed.</summary>
sealed record QueryWord(string Text, bool IsPhrase);

/// <summary>What has to fit at one place of a query: a word, or any of several between which <c>OR</c> was typed.</summary>
sealed record QueryUnit(IReadOnlyList<QueryWord> Any, bool IsExcluded)
{
    public bool HasPhrase => Any.Any(word => word.IsPhrase);
}
