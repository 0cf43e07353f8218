using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Community.Transfer;

/// <summary>Writes a run of inline HTML as Markdown.</summary>
sealed class InlineWriter(Func<string, string> address, bool isOneLine, bool isCell)
{
    readonly StringBuilder written = new();
    bool breakNextLetter;
    int links;
    string code = "";
    int codeStart, codeEnd, markStart;

    public static string Write(IEnumerable<INode> nodes, Func<string, string> address, bool isOneLine = false, bool isCell = false)
    {
        var writer = new InlineWriter(address, isOneLine, isCell);
        foreach (var node in nodes) writer.Node(node);
        var text = WithoutLastBreaks(writer.written.ToString()).Trim(' ', '\n');
        return text.Replace("\\\n$$", "<br>$$", StringComparison.Ordinal);
    }

    static string WithoutLastBreaks(string text)
    {
        while (true)
        {
            text = text.TrimEnd(' ');
            if (text.EndsWith("\\\n", StringComparison.Ordinal)) text = text[..^2];
            else if (text.EndsWith("<br>", StringComparison.Ordinal)) text = text[..^4];
            else return text;
        }
    }

    void Node(INode node)
    {
        if (node is IText text) Append(Escapes.Text(text.Data, new Surroundings(Last, links > 0, isCell)));
        if (node is not IElement element) return;

        switch (element.LocalName)
        {
            case "br": Break(); break;
            case "em" or "i": Marked(element, Last == '*' ? "_" : "*"); break;
            case "strong" or "b": Marked(element, Last == '*' && written.Length > 1 && written[^2] == '*' ? "__" : "**"); break;
            case "del" or "s" or "strike": Marked(element, "~~"); break;
            case "sub" or "sup" or "kbd": Tagged(element); break;
            case "code" or "tt" or "samp": Code(element.TextContent); break;
            case "a" when links == 0 && element.GetAttribute("href") is { } href: Link(element, address(href)); break;
            case "img" when element.GetAttribute("src") is { } source: Image(element, address(source)); break;
            default: Children(element); break;
        }
    }

    char Last => written.Length == 0 ? '\n' : written[^1];

    void Children(IElement element)
    {
        foreach (var node in element.ChildNodes) Node(node);
    }

    void Append(string text)
    {
        if (Last is ' ' or '\n') text = text.TrimStart(' ');
        if (text.Length == 0) return;

        if (breakNextLetter && char.IsLetterOrDigit(text[0])) text = Reference(text[0]) + text[1..];
        breakNextLetter = false;
        written.Append(text);
    }

    void Break()
    {
        while (Last == ' ') written.Length--;
        if (written.Length > 1 && Last == '\n' && written[^2] == '\\') written.Insert(written.Length - 2, "<br>");
        else written.Append(isOneLine ? "<br>" : "\\\n");
    }

    /// <summary>Marks stand at words; the spaces within go outside. Between a letter and punctuation a mark opens nothing
    /// (the words stay plain) and closes only before a letter written as a reference.</summary>
    void Marked(IElement element, string mark)
    {
        var (start, outer) = (written.Length, markStart);
        markStart = start;
        Children(element);
        markStart = outer;
        var inner = written.ToString(start, written.Length - start);
        written.Length = start;
        var core = WithoutLastBreaks(inner);
        var after = inner[core.Length..];
        core = core.Trim(' ', '\n');
        var spaced = inner is [' ', ..] && Last is not (' ' or '\n');
        var opens = spaced || !char.IsLetterOrDigit(Last) || (mark[0] != '_' && core.Length > 0 && !IsPunctuation(core[0]));
        if (core.Length == 0 || !opens)
        {
            written.Append(inner);
            return;
        }

        if (spaced) written.Append(' ');
        written.Append(mark).Append(core).Append(mark);
        breakNextLetter = IsPunctuation(core[^1]) || mark[0] == '_';
        written.Append(after);
    }

    void ReplaceLast()
    {
        var last = Last;
        written.Length--;
        if (Last == '\\') written.Length--;
        written.Append(Reference(last));
    }

    void Tagged(IElement element)
    {
        written.Append('<').Append(element.LocalName).Append('>');
        Children(element);
        written.Append("</").Append(element.LocalName).Append('>');
    }

    /// <summary>Code next to code is one piece, as two would share a fence; a mark between them parts them.</summary>
    void Code(string text)
    {
        text = text.Replace('\n', ' ').Replace('\r', ' ');
        if (text.Length == 0) return;
        var isNextToCode = codeEnd > 0 && codeEnd == written.Length;
        if (isNextToCode && codeStart >= markStart)
        {
            text = code + text;
            written.Length = codeStart;
        }
        else if (Last == '`' && !isNextToCode)
        {
            ReplaceLast();
        }
        (code, codeStart) = (text, written.Length);

        if (isCell) text = text.Replace("|", "\\|", StringComparison.Ordinal);
        var fence = new string('`', Lines.LongestRun(text, '`') + 1);
        var pad = text[0] == '`' || text[^1] == '`' || (text[0] == ' ' && text[^1] == ' ' && text.Trim(' ').Length > 0) ? " " : "";
        written.Append(fence).Append(pad).Append(text).Append(pad).Append(fence);
        codeEnd = written.Length;
    }

    void Link(IElement element, string href)
    {
        if (Escapes.IsAutolink(href) && element.TextContent == href && element.Children.Length == 0)
        {
            written.Append('<').Append(href).Append('>');
            return;
        }

        Bracket("[");
        links++;
        Children(element);
        links--;
        Target(element, href);
    }

    void Image(IElement element, string source)
    {
        Bracket("![");
        written.Append(Escapes.Text(element.GetAttribute("alt") ?? "", new Surroundings(' ', true, isCell)));
        Target(element, source);
    }

    void Bracket(string opening)
    {
        if (Last == '!') written.Insert(written.Length - 1, '\\');
        written.Append(opening);
    }

    void Target(IElement element, string href)
    {
        written.Append("](").Append(Escapes.Address(href));
        if (element.GetAttribute("title") is { Length: > 0 } title) written.Append(" \"").Append(Escapes.Title(title, isCell)).Append('"');
        written.Append(')');
    }

    static string Reference(char c) => string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};");

    static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c);
}
