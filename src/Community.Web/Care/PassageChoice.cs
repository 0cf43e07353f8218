using System.Globalization;
using Community.Notes.Care;
using Community.Notes.Lineage;
using Community.Store;
using Community.Text;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Care;

/// <summary>Loads the passages of a note to choose one from. Ask only for notes that came through the gate.</summary>
public sealed class PassageChoice(CommunityContext db)
{
    /// <summary>A longer list is not read.</summary>
    const int Most = 500;
    const int MostWords = 90;

    public async Task<IReadOnlyList<PassageOption>> Of(long topicId)
    {
        var text = await db.Revisions.AsNoTracking().Where(r => r.Post.TopicId == topicId && r.Post.Part == Part.Opening && r.Number == r.Post.RevisionNumber).Select(r => new { r.Id, r.Number, r.Source, r.Html }).FirstOrDefaultAsync();
        if (text is null) return [];

        // A note that was written in one go has no blocks of its own yet: they are those of its text.
        var layout = await db.BlockLayouts.AsNoTracking().FirstOrDefaultAsync(l => l.RevisionId == text.Id);
        var rendered = layout is null ? Markdown.Render(text.Source, new RenderOptions { Headings = HeadingLevels.Note, LinksNotes = true }) : null;
        var (html, blocks) = (rendered?.Html ?? text.Html, layout?.Blocks().ConvertAll(block => block.Text) ?? rendered!.Blocks);
        return Options(text.Number, [.. blocks.Select(block => html.Substring(block.HtmlStart, block.HtmlLength))]);
    }

    static List<PassageOption> Options(int revision, List<string> blocks)
    {
        var (options, heading) = (new List<PassageOption>(), "");
        for (var i = 0; i < blocks.Count && options.Count < Most; i++)
        {
            var words = PlainPost.Of(blocks[i]);
            if (blocks[i].StartsWith("<h2", StringComparison.Ordinal)) heading = words;
            else options.Add(new PassageOption(new NotePassage(revision, i + 1), Beginning(words), heading));
        }

        return options;
    }

    /// <summary>Up to the end of a word, where there is one.</summary>
    static string Beginning(string words)
    {
        if (words.Length <= MostWords) return words;

        var end = words.LastIndexOf(' ', MostWords);
        return words[..(end > 0 ? end : char.IsHighSurrogate(words[MostWords - 1]) ? MostWords - 1 : MostWords)] + " …";
    }
}

/// <summary>A passage that can be chosen.</summary>
/// <param name="Words">How it begins; empty for a picture or a quotation.</param>
/// <param name="Heading">What it stands under; empty before the first heading.</param>
public sealed record PassageOption(NotePassage Passage, string Words, string Heading)
{
    /// <summary>What a form sends for the whole note.</summary>
    public const string Whole = "note";

    /// <summary>What it sends where the passage that was chosen is not there any more.</summary>
    public const string Lost = "lost";

    /// <summary>As a form sends it.</summary>
    public string Value => FormattableString.Invariant($"{Passage.Revision}.{Passage.Place}");

    /// <summary>What a form sent: null for the whole note; a place that no note has for what cannot be read.</summary>
    public static NotePassage? Read(string? value) => value is null or Whole ? null
        : value.Split('.') is [var revision, var place] && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? new NotePassage(number, at)
        : new NotePassage(0, 0);
}
