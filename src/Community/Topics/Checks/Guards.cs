using System.Globalization;
using System.Text.RegularExpressions;

namespace Community.Topics.Checks;

/// <summary>Finds what one rule looks for.</summary>
abstract partial class Guard(GuardRule rule)
{
    public GuardRule Rule { get; } = rule;

    /// <summary>Where it is in the text.</summary>
    public abstract IEnumerable<(int Start, int Length)> Find(string text, WordPlaces words, GuardedText whole, DateTime now);

    /// <summary>What can stand in its place; null where words are meant that only the author can change.</summary>
    public virtual string? Mask(string words) => null;

    public static Guard Of(GuardRule rule) => rule.Kind switch
    {
        GuardKind.Card => new NumberGuard(rule, Cards(), CheckDigit.Luhn),
        GuardKind.Iban => new NumberGuard(rule, Ibans(), CheckDigit.Mod97),
        GuardKind.Secret => new PatternGuard(rule, Secrets(), "[secret removed]"),
        GuardKind.Email => new EmailGuard(rule),
        GuardKind.Phone => new PhoneGuard(rule),
        GuardKind.Number => new NumberGuard(rule, new Regex(rule.Query, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), rule.CheckDigit),
        GuardKind.Voice => new PatternGuard(rule, ForAll(), null),
        GuardKind.Embargo => new EmbargoGuard(rule),
        GuardKind.Marking => new MarkingGuard(rule),
        _ => new SubjectGuard(rule),
    };

    [GeneratedRegex(@"\b(?:4[0-9]{3}|5[1-5][0-9]{2}|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)|3[47][0-9]{2}|3(?:0[0-5]|[68][0-9])[0-9]|6(?:011|5[0-9]{2}|4[4-9][0-9]))(?:[ \-]?[0-9]){9,15}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Cards();

    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Ibans();

    /// <summary>"The University believes", "on behalf of the Library", "we as an institution".</summary>
    [GeneratedRegex(@"(?i:\b(?:the|our) (?:university(?: library)?|library|institution|college|museum|archive|faculty|management|administration) (?:believes|thinks|holds|announces|regrets|apologi[sz]es|condemns|supports|opposes|welcomes|recommends|endorses|has decided|will not|guarantees|promises|is of the opinion)\b|\bon behalf of (?:the|our) (?:university|library|institution|college|museum|archive)\b|\b(?:speaking|writing) (?:for|as) the (?:university|library|institution|college|museum|archive)\b|\bwe,? as (?:a|an|the) (?:university|library|institution|college|museum|archive)\b)", RegexOptions.NonBacktracking)]
    private static partial Regex ForAll();

    /// <summary>Keys as well-known services write them, private keys, and a password that is said to be one.</summary>
    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bxox[abprs]-[A-Za-z0-9\-]{10,}|\bsk_live_[A-Za-z0-9]{16,}|\beyJ[A-Za-z0-9_\-]{10,}\.eyJ[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]{10,}|(?i:\b(?:password|passwort|passwd|pwd|mot de passe|contraseña|api[ _\-]?key|secret[ _\-]?key)\b(?: is)? ?[:=] ?[^\s<>""'`]{6,60})", RegexOptions.NonBacktracking)]
    private static partial Regex Secrets();
}

/// <summary>Whatever fits a pattern.</summary>
class PatternGuard(GuardRule rule, Regex pattern, string? mask) : Guard(rule)
{
    public override IEnumerable<(int Start, int Length)> Find(string text, WordPlaces words, GuardedText whole, DateTime now)
    {
        var places = new List<(int, int)>();
        foreach (var match in pattern.EnumerateMatches(text)) places.Add((match.Index, match.Length));
        return places;
    }

    public override string? Mask(string words) => mask;
}

/// <summary>Numbers whose check digit is right.</summary>
sealed class NumberGuard(GuardRule rule, Regex pattern, CheckDigit check) : PatternGuard(rule, pattern, null)
{
    public override IEnumerable<(int Start, int Length)> Find(string text, WordPlaces words, GuardedText whole, DateTime now) =>
        base.Find(text, words, whole, now).Select(place => Longest(text, place)).OfType<(int, int)>();

    /// <summary>The last four places stay, so that who knows the number knows which one it was.</summary>
    public override string? Mask(string words)
    {
        var left = words.Count(char.IsLetterOrDigit) - 4;
        return string.Concat(words.Select(c => char.IsLetterOrDigit(c) && left-- > 0 ? '•' : c));
    }

    /// <summary>A card's number may be followed by another number, a bank account's by a word in capitals.</summary>
    (int, int)? Longest(string text, (int Start, int Length) place)
    {
        for (var length = place.Length; length >= Math.Min(place.Length, 12); length--)
        {
            var end = place.Start + length;
            if (length < place.Length && char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(text[end - 1])) continue;
            if (CheckDigits.Fits(check, text.AsSpan(place.Start, length))) return (place.Start, length);
        }

        return null;
    }
}

/// <summary>Addresses of others.</summary>
sealed partial class EmailGuard(GuardRule rule) : PatternGuard(rule, Addresses(), "[address removed]")
{
    public override IEnumerable<(int Start, int Length)> Find(string text, WordPlaces words, GuardedText whole, DateTime now) =>
        base.Find(text, words, whole, now).Where(place => !whole.OwnDomains.Any(own => text.AsSpan(place.Start, place.Length).EndsWith("@" + own, StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(@"\b[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}

/// <summary>Numbers that are said to be called, or written as they are abroad.</summary>
sealed partial class PhoneGuard(GuardRule rule) : PatternGuard(rule, Phones(), "[number removed]")
{
    [GeneratedRegex(@"\+[1-9][0-9]{0,2}(?:[ .\-/]?\(?[0-9]{1,4}\)?){3,6}\b|(?i:\b(?:tel|phone|mobile|call)[.:]? ?)[0-9(](?:[ .\-/()]?[0-9]){6,13}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Phones();
}

/// <summary>What may not be known before a day that is still to come.</summary>
sealed partial class EmbargoGuard(GuardRule rule) : PatternGuard(rule, Embargoes(), null)
{
    static readonly string[] Forms = ["d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMMM d yyyy", "yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy"];

    public override IEnumerable<(int Start, int Length)> Find(string text, WordPlaces words, GuardedText whole, DateTime now) => base.Find(text, words, whole, now).Where(place => !IsPast(text.Substring(place.Start, place.Length), now));

    static bool IsPast(string words, DateTime now)
    {
        var day = words[(words.IndexOf("until", StringComparison.OrdinalIgnoreCase) + "until".Length)..].Trim(' ', ':');
        return DateTime.TryParseExact(day, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var until) && until.Date <= now.Date;
    }

    [GeneratedRegex(@"(?i:\b(?:confidential|embargo(?:ed)?|not for publication|under wraps) until:? (?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}|[0-9]{1,2} [a-z]{3,9} [0-9]{4}|[a-z]{3,9} [0-9]{1,2},? [0-9]{4}|[a-z]{3,12}))", RegexOptions.NonBacktracking)]
    private static partial Regex Embargoes();
}

/// <summary>Nothing in the text: in the names of its files.</summary>
sealed partial class MarkingGuard(GuardRule rule) : Guard(rule)
{
    public override IEnumerable<(int Start, int Length)> Find(string text, WordPlaces words, GuardedText whole, DateTime now) => [];

    public static IEnumerable<string> FindIn(IEnumerable<string> files) => files.Where(file => Markings().IsMatch(file));

    [GeneratedRegex(@"(?i:(?:^|[^a-z])(?:confidential|vertraulich|confidentiel|confidencial|internal[ _\-]?(?:use[ _\-]?)?only|not[ _\-]for[ _\-](?:publication|distribution)|restricted|embargo(?:ed)?|tlp[ _\-]?(?:red|amber))(?:$|[^a-z]))", RegexOptions.NonBacktracking)]
    private static partial Regex Markings();
}

/// <summary>A watched subject.</summary>
sealed class SubjectGuard(GuardRule rule) : Guard(rule)
{
    readonly SubjectQuery query = SubjectQuery.Of(rule.Query);

    public override IEnumerable<(int Start, int Length)> Find(string text, WordPlaces words, GuardedText whole, DateTime now) => query.Find(words);
}
