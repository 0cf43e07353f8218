using System.Text;
using Community.Text;

namespace Community.Glossary;

/// <summary>One written form of a term, as it stands in stored HTML.</summary>
sealed class TermForm
{
    readonly string html;
    readonly bool isAcronym;

    TermForm(KnownTerm term, string html, string firstWord, int lead, bool isAcronym)
    {
        (Term, this.html, FirstWord, Lead, this.isAcronym) = (term, html, firstWord, lead, isAcronym);
    }

    public KnownTerm Term { get; }

    public string FirstWord { get; }

    /// <summary>Signs before the first word: one in ".NET".</summary>
    public int Lead { get; }

    public int Length => html.Length;

    /// <summary>Null where no word is in it.</summary>
    public static TermForm? Of(KnownTerm term, string form)
    {
        var encoded = new StringBuilder(form.Length);
        Allowed.Encode(encoded, form);
        var html = encoded.ToString();
        var lead = Words.NextStart(html, 0);
        return lead < 0 ? null : new TermForm(term, html, html[lead..Words.End(html, lead)], lead, form.Count(char.IsLetter) > 1 && !form.Any(char.IsLower));
    }

    /// <summary>Where it ends when it begins at <paramref name="start"/>, with a plural "s"; -1 when it does not stand there as whole words.</summary>
    public int EndAt(ReadOnlySpan<char> run, int start)
    {
        if (start < 0 || start + html.Length > run.Length || !Words.CanBegin(run, start)) return -1;

        for (var i = 0; i < html.Length; i++)
            if (!IsSame(html[i], run[start + i])) return -1;

        var end = start + html.Length;
        if (Words.CanEnd(run, end)) return end;

        return run[end] is 's' && char.IsLetterOrDigit(html[^1]) && Words.CanEnd(run, end + 1) ? end + 1 : -1;
    }

    /// <summary>All capitals are read as they are written, so that ILL is not ill; a line may break between words.</summary>
    bool IsSame(char own, char other) => own == other || own == ' ' && char.IsWhiteSpace(other) || !isAcronym && char.ToUpperInvariant(own) == char.ToUpperInvariant(other);
}
