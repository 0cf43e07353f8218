namespace Community.Text;

/// <summary>
/// Where headings stand on the page that shows the text. The levels used are made consecutive, the highest becoming h2 in a note (below the page's h1)
/// and h3 in any other post (below the post's own h2), so that no page skips a level; the order is kept.
/// </summary>
public enum HeadingLevels { Post, Note, AsWritten }
