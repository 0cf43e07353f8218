using MimeKit;

namespace Community.Notifications.Replies;

/// <summary>What somebody wrote in a reply to one of our letters.</summary>
/// <param name="Markdown">Without what was quoted and without signatures; empty when nothing was written.</param>
/// <param name="Files">In the order of the mail.</param>
public sealed record ReplyBody(string Markdown, IReadOnlyList<ReplyFile> Files);

/// <summary>A file that came with a reply.</summary>
/// <param name="Name">Without folders; never empty.</param>
/// <param name="Place">The address by which the text shows it as a picture, such as <c>cid:1</c>; null for what is only attached.</param>
public sealed record ReplyFile(string Name, MimePart Part, string? Place);
