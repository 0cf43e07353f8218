using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Community.Text;

enum PieceKind { Text, Tex, Mention, Tag, SitePath, NoteLink, LineBreak }

/// <summary>A piece of a line that our own syntax made: the words shown and, for a link, its target.</summary>
sealed class Piece(PieceKind kind, string text, string target = "") : LeafInline
{
    public PieceKind Kind { get; } = kind;

    public string Text { get; } = text;

    public string Target { get; } = target;
}

sealed class PieceWriter : HtmlObjectRenderer<Piece>
{
    protected override void Write(HtmlRenderer renderer, Piece obj)
    {
        var opening = obj.Kind switch
        {
            PieceKind.Tex => "<span class=\"math\">",
            PieceKind.Mention => $"<a class=\"mention\" href=\"{obj.Target}\">",
            PieceKind.Tag => $"<a class=\"tag\" href=\"{obj.Target}\">",
            PieceKind.SitePath => $"<a href=\"{obj.Target}\">",
            PieceKind.NoteLink => $"<a class=\"{NoteLinkForm.Class}\" href=\"{obj.Target}\">",
            PieceKind.LineBreak => "<br>",
            _ => "",
        };
        var closing = obj.Kind switch { PieceKind.Tex => "</span>", PieceKind.LineBreak or PieceKind.Text => "", _ => "</a>" };

        if (renderer.EnableHtmlForInline) renderer.Write(opening);
        renderer.WriteEscape(obj.Text);
        if (renderer.EnableHtmlForInline) renderer.Write(closing);
    }
}
