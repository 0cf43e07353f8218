using System.Globalization;
using System.Text;

namespace Community.Transfer.Handbooks;

/// <summary>What an import of Markdown did: pages, links, pictures, and everything that came in otherwise than it was.</summary>
public sealed class MarkdownReport(string source, string spaceSlug)
{
    readonly Dictionary<string, Remark> remarks = [], tags = [];
    readonly List<string> changes = [], brokenLinks = [], missingAnchors = [], missingFiles = [];

    public string Source { get; } = source;

    public string SpaceSlug { get; } = spaceSlug;

    /// <summary>Files that were read.</summary>
    public int Pages { get; internal set; }

    /// <summary>Notes that came in now, that got a new text, that stand as they were, and that people changed here and were left.</summary>
    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Left { get; private set; }

    /// <summary>Links that lead to another page of the folder, or to a heading of the same.</summary>
    public int Links { get; internal set; }

    public int Files { get; internal set; }

    /// <summary>Links whose page is not in the folder: they are broken in the source too, and come in as plain words.</summary>
    public IReadOnlyList<string> BrokenLinks => brokenLinks;

    /// <summary>Links whose heading is not on their page: they lead to the page.</summary>
    public IReadOnlyList<string> MissingAnchors => missingAnchors;

    /// <summary>Pictures and other files that are not in the folder.</summary>
    public IReadOnlyList<string> MissingFiles => missingFiles;

    /// <summary>Template tags that stay as text, by name.</summary>
    public IReadOnlyCollection<Remark> Tags => tags.Values;

    public bool IsStopped { get; internal set; }

    public TimeSpan Took { get; internal set; }

    internal void Add() => Added++;

    internal void Change(string path)
    {
        Changed++;
        changes.Add(path);
    }

    internal void Stay() => Unchanged++;

    internal void Leave(string reason, string path)
    {
        Left++;
        Remark(reason, path);
    }

    internal void BreakLink(string where) => brokenLinks.Add(where);

    internal void MissAnchor(string where) => missingAnchors.Add(where);

    internal void MissFile(string where) => missingFiles.Add(where);

    internal void Remark(string what, string example) => Count(remarks, what, example);

    internal void Tag(string tag, string example) => Count(tags, tag.StartsWith("{{", StringComparison.Ordinal) ? "{{ … }}" : "{% " + tag.Trim('{', '}', '%', '-', ' ', '\n').Split(' ', '\n', '(')[0] + " … %}", example);

    static void Count(Dictionary<string, Remark> counts, string reason, string example)
    {
        if (!counts.TryGetValue(reason, out var remark)) counts[reason] = remark = new Remark(reason);
        remark.Add(example, 1);
    }

    /// <summary>The report as lines of text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line(text, $"{Source} into the space {SpaceSlug}: {Pages:N0} pages in {Took.TotalSeconds:N1} s");
        Line(text, $"Notes: {Added:N0} new, {Changed:N0} changed, {Unchanged:N0} as they were, {Left:N0} left because of changes here");
        foreach (var path in changes) Line(text, $"  changed: {path}");
        Line(text, $"Links between pages: {Links:N0}; to pages that are not there: {brokenLinks.Count:N0}; to headings that are not there: {missingAnchors.Count:N0}");
        foreach (var where in brokenLinks) Line(text, $"  no such page: {where}");
        foreach (var where in missingAnchors) Line(text, $"  no such heading: {where}");
        Line(text, $"Pictures and files: {Files:N0} brought in, {missingFiles.Count:N0} missing");
        foreach (var where in missingFiles) Line(text, $"  missing: {where}");
        if (tags.Count > 0) Line(text, $"Template tags kept as text: {tags.Values.Sum(tag => tag.Rows):N0}");
        foreach (var tag in tags.Values.OrderByDescending(tag => tag.Rows)) Examples(text, tag);
        foreach (var remark in remarks.Values) Examples(text, remark);
        if (IsStopped) text.Append("Stopped before the end. Run the same command again: it goes on where it stopped, and nothing comes in twice.\n");
        return text.ToString();
    }

    static void Examples(StringBuilder text, Remark remark)
    {
        Line(text, $"  {remark.Reason}: {remark.Rows:N0}");
        foreach (var example in remark.Examples.Take(5)) Line(text, $"    {example}");
        if (remark.Rows > 5) text.Append("    …\n");
    }

    static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
