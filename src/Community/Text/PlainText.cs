using System.Text;

namespace Community.Text;

/// <summary>Text with its white space folded to single spaces.</summary>
static class PlainText
{
    public static string Fold(StringBuilder text) => Fold(text.ToString());

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }
}
