using System.Globalization;
using Community.Text;

namespace Community.Topics;

/// <summary>That a text, as it stands now, links to a note: by its number or by a title that may be no note's yet.</summary>
public sealed class NoteLink
{
    NoteLink()
    {
    }

    internal NoteLink(Post post, string title, long? noteId)
    {
        Post = post;
        Title = title;
        Name = NameOf(title);
        NoteId = noteId;
    }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    /// <summary>What is looked up: the folded title, or <c>note:17</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As typed.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The note that was meant when the text was saved, or that bore the title until it got another; null where only the title says which.</summary>
    public long? NoteId { get; private set; }

    public bool IsByNumber => NoteLinkForm.NumberIn(Title) is not null;

    public static string NameOf(string title) => NoteLinkForm.NumberIn(title) is not null ? title : Folded.Of(title);

    public static string NameOf(long noteId) => string.Create(CultureInfo.InvariantCulture, $"note:{noteId}");

    internal void Mean(long noteId) => NoteId = noteId;
}
