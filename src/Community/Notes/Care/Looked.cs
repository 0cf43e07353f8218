namespace Community.Notes.Care;

/// <summary>What somebody had before the eyes who says that a note holds.</summary>
/// <param name="Revision">Of its text.</param>
/// <param name="LastVerdictId">The newest word of a reader that was shown; 0 for none.</param>
public sealed record Looked(int Revision, long LastVerdictId);
