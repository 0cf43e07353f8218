namespace Community.Notes.Combining;

/// <summary>That a note is listed in a further space, for those who may read the space that it stands in; who may read and change it stays as it was.</summary>
public sealed class NotePlacement(long noteId, long spaceId, long byId, DateTime at)
{
    public const int MostPerNote = 20;

    public long NoteId { get; private set; } = noteId;

    public long SpaceId { get; private set; } = spaceId;

    public long ById { get; private set; } = byId;

    public DateTime At { get; private set; } = at;
}
