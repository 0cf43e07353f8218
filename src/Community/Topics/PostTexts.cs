using Community.Files;
using Community.People;
using Community.Store;
using Community.Text;
using Community.Topics.Checks;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Makes a typed text ready to be stored: checked, mentions resolved, rendered. Done before the write lane is taken.</summary>
public sealed class PostTexts(CommunityStore store, UploadLimits? limits = null, KnownGuards? guards = null)
{
    const int MostWordsInAName = 4;

    /// <exception cref="RefusedException">The text is empty, too long, or cannot be rendered within bounds.</exception>
    /// <param name="masks">What was found and can be masked is.</param>
    /// <param name="title">Looked at with it: its title, where it has one of its own, and other words that go with it.</param>
    public async Task<PostText> Render(string? body, TopicKind kind, Part part, string? title = null, bool masks = false, CancellationToken stop = default)
    {
        if (string.IsNullOrWhiteSpace(body)) throw new RefusedException(Refusal.Invalid, "Write something first; the text is empty.") { Field = "Body" };
        if (body.Length > PostText.MaxLength)
            throw new RefusedException(Refusal.Invalid, "The text has {0} characters; at most {1} fit. Split it into two posts.", body.Length, PostText.MaxLength) { Field = "Body" };

        var headings = kind == TopicKind.Note && part == Part.Opening ? HeadingLevels.Note : HeadingLevels.Post;
        var options = new RenderOptions { Headings = headings, PublicAddress = await PublicAddress(stop), LinksNotes = true };
        var rendered = Markdown.Render(body, options);
        if (rendered.MentionCandidates.Count > 0 && await Named(rendered.MentionCandidates, stop) is { Count: > 0 } people)
            rendered = Markdown.Render(body, options with { ResolveMention = text => Match(text, people) });

        AttachmentTies.Check(rendered.Attachments, limits ?? new UploadLimits());
        IReadOnlyList<Finding> found = guards is null ? [] : await guards.Check(new GuardedText(body, title ?? "", await Names(rendered.Attachments, stop)));
        if (masks && KnownGuards.Masked(body, found) is var masked && masked != body) return await Render(masked, kind, part, title, stop: stop);

        return new PostText(body, rendered.Html, rendered.Mentions, rendered.Quotes.Select(q => q.PostId).Distinct().ToList(), rendered.TopicLinks) { AttachmentIds = rendered.Attachments, Blocks = rendered.Blocks, NoteTitles = rendered.NoteTitles, Found = found };
    }

    async Task<IReadOnlyList<string>> Names(IReadOnlyList<long> attachments, CancellationToken stop) =>
        attachments.Count == 0 ? [] : await store.Read(db => db.Attachments.Where(a => attachments.Contains(a.Id)).Select(a => a.Name).ToListAsync(stop));

    Task<Uri?> PublicAddress(CancellationToken stop) => store.Read(async db =>
        await db.Institutions.Select(i => i.PublicAddress).FirstOrDefaultAsync(stop) is { } address ? new Uri(address) : null);

    /// <summary>The people whose whole name begins a candidate. A name that two people bear names nobody.</summary>
    Task<Dictionary<string, long>> Named(IReadOnlyList<string> candidates, CancellationToken stop) => store.Read(async db =>
    {
        var names = candidates.Take(50).SelectMany(Beginnings).Select(beginning => Folded.Of(beginning)).Distinct().ToList();
        var found = await db.People.AsNoTracking()
            .Where(p => names.Contains(p.NameFolded) && p.ClosedAt == null)
            .Select(p => new { p.NameFolded, p.Id }).ToListAsync(stop);
        return found.GroupBy(p => p.NameFolded).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First().Id);
    });

    static Text.Mention? Match(string text, Dictionary<string, long> people)
    {
        foreach (var beginning in Beginnings(text).Reverse())
            if (people.TryGetValue(Folded.Of(beginning), out var id)) return new Text.Mention(id, beginning.Length);

        return null;
    }

    /// <summary>"Tomás Ferreira, if" begins with "Tomás", "Tomás Ferreira" and, without its comma, nothing longer.</summary>
    static IEnumerable<string> Beginnings(string text)
    {
        var end = 0;
        for (var words = 0; words < MostWordsInAName && end < text.Length; words++)
        {
            if (words > 0 && text[end] != ' ') yield break;
            if (words > 0) end++;
            var start = end;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’' or '-' or '_' or '.' && end + 1 < text.Length && text[end + 1] != ' ')) end++;
            if (end == start) yield break;
            yield return text[..end];
        }
    }
}
