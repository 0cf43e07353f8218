using System.Text;

namespace Community.Notes.Writing;

/// <summary>A note's text as the form shows it: what it is for, then a field for each second-level heading. The same text both ways: nothing that was typed is lost.</summary>
/// <param name="Purpose">What stands before the first heading.</param>
public sealed record NoteSections(string Purpose, IReadOnlyList<NoteSection> Sections)
{
    public const int MostSections = 40;

    const string Mark = "## ";

    /// <summary>By its second-level headings, but for those in fenced code.</summary>
    public static NoteSections Of(string? text)
    {
        var (sections, part, fence) = (new List<NoteSection>(), new StringBuilder(), "");
        string? heading = null, purpose = null;
        foreach (var line in (text ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            if (fence.Length == 0 && line.StartsWith(Mark, StringComparison.Ordinal) && line.Length > Mark.Length && sections.Count < MostSections - 1)
            {
                End();
                heading = line[Mark.Length..].Trim();
                continue;
            }

            fence = FenceAfter(fence, line);
            part.Append(line).Append('\n');
        }

        End();
        return new NoteSections(purpose ?? "", sections);

        void End()
        {
            var said = part.ToString().Trim('\n').TrimEnd();
            if (heading is null) purpose = said;
            else sections.Add(new NoteSection(heading, said));
            part.Clear();
        }
    }

    /// <summary>From a form's fields. A heading is one line.</summary>
    public static NoteSections OfFields(string? purpose, IReadOnlyList<string?> headings, IReadOnlyList<string?> texts) => new(Lines(purpose),
        [.. headings.Take(MostSections).Select((heading, i) => new NoteSection((heading ?? "").ReplaceLineEndings(" ").Trim(), Lines(texts.ElementAtOrDefault(i)))).Where(s => s.Heading.Length > 0 || s.Text.Length > 0)]);

    /// <summary>The fields that these headings ask for, in their order, with what is said to each; then whatever else was written.</summary>
    public NoteSections In(IEnumerable<string> headings)
    {
        var rest = Sections.ToList();
        var asked = headings.Select(heading =>
        {
            var found = rest.Find(s => string.Equals(s.Heading, heading, StringComparison.OrdinalIgnoreCase));
            if (found is not null) rest.Remove(found);
            return found ?? new NoteSection(heading, "");
        }).ToList();
        return this with { Sections = [.. asked, .. rest.Where(s => s.Text.Length > 0)] };
    }

    /// <param name="isWhole">Whether headings that nothing is said to stand there, too, as a draft keeps them.</param>
    public string Text(bool isWhole = false)
    {
        var shown = Sections.Where(s => isWhole || s.Text.Length > 0).Select(s => s.Heading.Length == 0 ? s.Text : $"{Mark}{s.Heading}\n\n{s.Text}".TrimEnd());
        return isWhole && IsEmpty ? "" : Joined(shown);
    }

    /// <summary>With all headings, also where nothing was said at all.</summary>
    public string Whole() => Joined(Sections.Select(s => $"{Mark}{s.Heading}\n\n{s.Text}".TrimEnd()));

    string Joined(IEnumerable<string> shown) => string.Join("\n\n", shown.Prepend(Purpose).Where(one => one.Length > 0));

    public bool IsEmpty => Purpose.Length == 0 && Sections.All(s => s.Text.Length == 0);

    static string Lines(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim('\n').TrimEnd();

    /// <summary>The fence that is open behind this line; empty for none.</summary>
    static string FenceAfter(string open, string line)
    {
        var words = line.TrimStart(' ');
        if (line.Length - words.Length > 3 || words.Length == 0 || words[0] is not ('`' or '~')) return open;

        var run = words.TakeWhile(c => c == words[0]).Count();
        if (open.Length == 0) return run >= 3 ? words[..run] : "";

        return words[0] == open[0] && run >= open.Length && string.IsNullOrWhiteSpace(words[run..]) ? "" : open;
    }
}

/// <summary>One heading with what stands under it.</summary>
public sealed record NoteSection(string Heading, string Text);
