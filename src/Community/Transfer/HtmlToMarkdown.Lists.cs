using System.Globalization;
using AngleSharp.Dom;

namespace Community.Transfer;

/// <summary>Lists and tables.</summary>
public sealed partial class HtmlToMarkdown
{
    string List(IElement list, IElement? last)
    {
        var isOrdered = list.LocalName == "ol";
        var isSecond = last?.LocalName == list.LocalName;
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var isLoose = list.Children.Any(item => item.Children.Any(child => child.LocalName is not ("ul" or "ol") && IsBlock(child)));

        var items = new List<string>();
        foreach (var item in list.Children.Where(child => child.LocalName is not ("script" or "template")))
        {
            var marker = isOrdered ? $"{(number++).ToString(CultureInfo.InvariantCulture)}{(isSecond ? ')' : '.')} " : isSecond ? "* " : "- ";
            var blocks = item.LocalName is "ul" or "ol" ? [List(item, null)] : BlockList(item);
            items.Add(Lines.Prefix(string.Join(isLoose ? "\n\n" : "\n", blocks), marker, new string(' ', marker.Length)));
        }
        return string.Join(isLoose ? "\n\n" : "\n", items);
    }

    string Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table).ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Children.Length);
        if (width == 0) return "";

        var lines = rows.Select(row => Row(row, width)).ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Range(0, width).Select(i => Rule(i < rows[0].Children.Length ? rows[0].Children[i] : null))));
        var caption = table.QuerySelector("caption");
        return (caption is null ? "" : Inline(caption) + "\n\n") + string.Join('\n', lines);
    }

    string Row(IElement row, int width) =>
        "|" + string.Concat(row.Children.Select(cell => $" {InlineWriter.Write(cell.ChildNodes, address, isOneLine: true, isCell: true)} |")) + string.Concat(Enumerable.Repeat("  |", width - row.Children.Length));

    static string Rule(IElement? cell)
    {
        var alignment = cell?.GetAttribute("align") ?? cell?.GetAttribute("style") ?? "";
        if (alignment.Contains("center", StringComparison.Ordinal)) return " :-: |";
        return alignment.Contains("right", StringComparison.Ordinal) ? " --: |" : alignment.Contains("left", StringComparison.Ordinal) ? " :-- |" : " --- |";
    }
}
