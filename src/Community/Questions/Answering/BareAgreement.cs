using System.Text;

namespace Community.Questions.Answering;

/// <summary>Texts that say nothing but "me too": what a button says better, and without a notice to everybody.</summary>
public static class BareAgreement
{
    /// <summary>A longer text says something of its own.</summary>
    const int Longest = 120;

    const int MostWords = 7;

    static readonly HashSet<string> Agreements =
    [
        "+1", "++", "👍", "me too", "me as well", "me also", "same", "same here", "same for me", "ditto", "bump", "upvote", "upvoted", "i agree", "agreed", "so do i", "so do we", "also interested", "interested too", "count me in",
        "same question", "same problem", "same issue", "the same question", "the same problem", "the same issue", "exactly the same question", "exactly the same problem",
        "i have this too", "i have it too", "we have this too", "we have it too", "i have the same", "we have the same", "i have this question too", "i have that question too", "i also have this question",
        "i have this problem too", "we have this problem too", "i also have this problem", "we also have this problem", "i have the same question", "we have the same question", "i have the same problem", "we have the same problem",
        "i have the same issue", "we have the same issue", "i have exactly the same question", "i have exactly the same problem", "i would like to know this too", "i would like to know that too", "i want to know this too",
    ];

    /// <summary>What may stand beside those and says nothing by itself.</summary>
    static readonly HashSet<string> Fillers = ["too", "here", "also", "please", "thanks", "thank you", "as well", "with us", "yes"];

    /// <summary>Whether the text, its punctuation and layout apart, is made of such words alone.</summary>
    public static bool Is(string? text)
    {
        if (text is not { Length: > 0 and <= Longest }) return false;

        var words = Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (agrees, at) = (false, 0);
        while (at < words.Length)
        {
            var length = Math.Min(MostWords, words.Length - at);
            while (length > 0 && !Agreements.Contains(string.Join(' ', words, at, length)) && !Fillers.Contains(string.Join(' ', words, at, length))) length--;
            if (length == 0) return false;

            agrees |= Agreements.Contains(string.Join(' ', words, at, length));
            at += length;
        }

        return agrees;
    }

    /// <summary>In small letters, without what is neither letter, number nor plus; a raised thumb is a word, and an apostrophe no gap.</summary>
    static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var rune in Folded.Of(text).EnumerateRunes())
        {
            if (rune.Value == 0x1F44D) words.Append(" 👍 ");
            else if (Rune.IsLetterOrDigit(rune) || rune.Value == '+') words.Append(rune.ToString());
            else if (rune.Value is not ('\'' or '’')) words.Append(' ');
        }

        return words.ToString().Replace("+ 1", "+1", StringComparison.Ordinal);
    }
}
