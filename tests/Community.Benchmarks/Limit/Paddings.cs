using System.Collections.Concurrent;

namespace Community.Benchmarks.Limit;

/// <summary>Markup that stands for buttons and icons: written, not computed.</summary>
static class Paddings
{
    const string Button = "<button class=\"act\" type=\"submit\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"/icons.svg#reply\"></use></svg>Reply</button>\n";

    static readonly ConcurrentDictionary<int, string> Made = new();

    public static string Of(int characters) => Made.GetOrAdd(characters, length => string.Concat(Enumerable.Repeat(Button, length / Button.Length + 1))[..length]);
}
