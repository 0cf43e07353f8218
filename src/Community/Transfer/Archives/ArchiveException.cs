namespace Community.Transfer.Archives;

/// <summary>A backup or export cannot be written, or not be read; the message is one sentence that says why and what to do.</summary>
public sealed class ArchiveException(string message, Exception? cause = null) : Exception(message, cause);
