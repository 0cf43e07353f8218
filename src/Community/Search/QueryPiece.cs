namespace Community.Search;

/// <summary>A part of a typed text that narrows the search: an operator, a phrase, a word to be left out.</summary>
/// <param name="Looser">What stands in its place in a search that asks for less: of a phrase its words, else nothing.</param>
sealed record QueryPiece(int Start, int End, string Looser);
