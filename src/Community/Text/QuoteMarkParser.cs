using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Community.Text;

/// <summary>The line <c>[!quote post=ID rev=N]</c> at the head of a block quotation: it is taken out, and its numbers go to the element.</summary>
sealed partial class QuoteMarkParser : InlineParser
{
    public QuoteMarkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var isFirst = processor.Block is ParagraphBlock { Parent: QuoteBlock first } paragraph && first[0] == paragraph && processor.Root?.FirstChild is null;
        if (!isFirst) return false;

        var text = slice.AsSpan();
        foreach (var match in Mark().EnumerateMatches(text[..Math.Min(text.Length, 60)]))
        {
            var numbers = slice.Text.Substring(slice.Start, match.Length).Split('=', ' ', ']');
            var attributes = ((QuoteBlock)processor.Block!.Parent!).GetAttributes();
            attributes.AddClass("quote");
            attributes.AddProperty("data-post", numbers[2]);
            attributes.AddProperty("data-rev", numbers[4]);
            processor.Inline = new LiteralInline("");
            slice.Start += match.Length;
            return true;
        }
        return false;
    }

    [GeneratedRegex(@"\A\[!quote post=[0-9]{1,18} rev=[0-9]{1,9}\] *(?:\r?\n|\z)", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
