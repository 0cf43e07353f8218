namespace Community.Transfer.StackExchange;

/// <summary>One line of a dump's file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Length">In bytes, without its line end.</param>
/// <param name="Text">Null when it is longer than <see cref="DumpLines.MaxBytes"/>.</param>
readonly record struct DumpLine(long Number, long Offset, long Length, string? Text);
