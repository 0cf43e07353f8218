namespace Community.Topics.Checks;

/// <summary>Whether a number's check digits are right. Spaces and hyphens do not count.</summary>
public static class CheckDigits
{
    public static bool Fits(CheckDigit check, ReadOnlySpan<char> typed)
    {
        Span<char> number = stackalloc char[64];
        var length = 0;
        foreach (var c in typed)
        {
            if (c is ' ' or '-') continue;
            if (length == number.Length) return false;
            number[length++] = char.ToUpperInvariant(c);
        }

        return check switch
        {
            CheckDigit.Luhn => length is >= 8 and <= 19 && Luhn(number[..length]),
            CheckDigit.Mod97 => length is >= 15 and <= 34 && Mod97(number[..length]),
            CheckDigit.Mod11 => length >= 2 && Mod11(number[..length]),
            _ => true,
        };
    }

    /// <summary>ISO/IEC 7812-1, annex B: every second digit from the right counts twice.</summary>
    static bool Luhn(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            if (!char.IsAsciiDigit(number[^(i + 1)])) return false;
            var digit = number[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }

        return sum % 10 == 0 && number.TrimStart('0').Length > 0;
    }

    /// <summary>ISO 13616: the first four places go to the end, letters count from 10, and the remainder by 97 is 1.</summary>
    static bool Mod97(ReadOnlySpan<char> number)
    {
        var rest = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var c = number[(i + 4) % number.Length];
            if (char.IsAsciiDigit(c)) rest = (rest * 10 + c - '0') % 97;
            else if (char.IsAsciiLetterUpper(c)) rest = (rest * 100 + c - 'A' + 10) % 97;
            else return false;
        }

        return rest == 1;
    }

    /// <summary>ISO 7064 MOD 11-2; X stands for ten.</summary>
    static bool Mod11(ReadOnlySpan<char> number)
    {
        var sum = 0;
        foreach (var c in number[..^1])
        {
            if (!char.IsAsciiDigit(c)) return false;
            sum = (sum + c - '0') * 2 % 11;
        }

        var check = (12 - sum) % 11;
        return number[^1] == (check == 10 ? 'X' : (char)('0' + check));
    }
}
