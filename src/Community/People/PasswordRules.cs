using System.Reflection;
using System.Text;

namespace Community.People;

/// <summary>What a password must be where it is the only factor (NIST SP 800-63B-4, 3.1.1.2): long, and not one that is guessed first. Nothing is asked about its kinds of characters.</summary>
public static class PasswordRules
{
    public const int MinLength = 15;
    public const int MaxLength = 256;

    const int MinDistinct = 5;
    const int MinOwn = 8;
    const double MaxRun = .7;

    static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"];

    static readonly Lazy<HashSet<string>> Common = new(() =>
    {
        using var list = Assembly.GetExecutingAssembly().GetManifestResourceStream("Community.People.common-passwords.txt")!;
        return [.. new StreamReader(list).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Plain)];
    });

    /// <param name="ownWords">Names and addresses of the person, the site and the institution.</param>
    /// <exception cref="RefusedException">It cannot be taken; the field is Password.</exception>
    public static void Demand(string? password, params IEnumerable<string?> ownWords)
    {
        password = Passwords.Normal(password ?? "");
        var length = password.EnumerateRunes().Count();
        if (length < MinLength) throw new RefusedException(Refusal.Invalid, "A password has at least {0} characters. Four words that do not belong together are good, and easy to type.", MinLength) { Field = "Password" };
        if (length > MaxLength) throw new RefusedException(Refusal.Invalid, "A password has at most {0} characters.", MaxLength) { Field = "Password" };

        var plain = Plain(password);
        if (Common.Value.Contains(plain)) throw new RefusedException(Refusal.Invalid, "This one is on every list of stolen passwords. Take words that do not belong together.") { Field = "Password" };
        if (plain.Distinct().Count() < MinDistinct || Repeats(plain) || IsRun(plain)) throw new RefusedException(Refusal.Invalid, "This one repeats itself or follows the keyboard, and is guessed early. Take words that do not belong together.") { Field = "Password" };
        if (Own(plain, ownWords) < MinOwn) throw new RefusedException(Refusal.Invalid, "This one is little more than a name or an address that everybody here knows. Take words that have nothing to do with you or the institution.") { Field = "Password" };
    }

    /// <summary>Lower case, letters and digits only, the usual stand-ins turned back into letters.</summary>
    static string Plain(string password)
    {
        var plain = new StringBuilder(password.Length);
        foreach (var c in Folded.Of(password))
            plain.Append(c switch { '@' => 'a', '$' => 's', '!' => 'i', _ => char.IsLetterOrDigit(c) ? c : '\0' });
        return plain.Replace("\0", "").ToString();
    }

    static bool Repeats(string plain) => Enumerable.Range(1, plain.Length / 2).Any(period => Enumerable.Range(period, plain.Length - period).All(i => plain[i] == plain[i - period]));

    static bool IsRun(string plain)
    {
        var steps = plain.Zip(plain.Skip(1)).Count(pair => pair.First == pair.Second || Rows.Any(row => Adjoin(row, pair.First, pair.Second)));
        return steps >= MaxRun * (plain.Length - 1);
    }

    static bool Adjoin(string row, char a, char b) => row.Contains($"{a}{b}", StringComparison.Ordinal) || row.Contains($"{b}{a}", StringComparison.Ordinal);

    /// <summary>How many characters are left when the known words are taken out.</summary>
    static int Own(string plain, IEnumerable<string?> ownWords)
    {
        var words = ownWords.Append("community").Append("password").SelectMany(text => Folded.Of(text ?? "").Split([' ', '@', '.', '-', '_', ',', '/', ':'])).Select(Plain)
            .Concat(ownWords.Select(text => Plain(text ?? ""))).Where(word => word.Length >= 4).Distinct().OrderByDescending(word => word.Length);
        return words.Aggregate(plain, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal)).Length;
    }
}
