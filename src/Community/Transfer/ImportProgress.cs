namespace Community.Transfer;

/// <summary>How far an import is. Bytes count every reading of a file: questions and answers are read one after the other.</summary>
/// <param name="Table">The part that is read now.</param>
/// <param name="Rows">Rows of this part looked at so far.</param>
/// <param name="BytesDone">Of all parts together.</param>
/// <param name="BytesTotal">Of all parts together.</param>
public sealed record ImportProgress(string Table, long Rows, long BytesDone, long BytesTotal);
