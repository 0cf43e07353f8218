using System.Text;
using Community.Text;
using Community.Topics;

namespace Community.Benchmarks.Making;

/// <summary>Texts of invented words with the frequencies and lengths of real ones, the same for the same seed.</summary>
sealed class Wording
{
    const int Words = 20_000;

    static readonly string[] Beginnings = "b c d f g h j l m n p r s t v w br cl dr fl gr pl pr sc sp st tr ch sh th".Split(' ');
    static readonly string[] Middles = "a e i o u ai ea oo ou".Split(' ');
    static readonly string[] Ends = " n r s t l m nd nt rk st".Split(' ');

    readonly Zipf zipf = new(Words, 2.7);

    /// <summary>The word of a rank: frequent ones are short.</summary>
    public static string Word(int rank)
    {
        var word = new StringBuilder();
        for (var left = rank + 7; left > 0; left /= 97)
        {
            var syllable = left % 97 * 31;
            word.Append(Beginnings[syllable % Beginnings.Length]).Append(Middles[syllable / 7 % Middles.Length]);
        }

        return word.Append(Ends[rank % Ends.Length]).ToString();
    }

    public string Title(Random random)
    {
        var title = string.Join(' ', Enumerable.Range(0, random.Next(4, 11)).Select(_ => Word(zipf.Next(random))));
        return char.ToUpperInvariant(title[0]) + title[1..] + (random.Next(3) == 0 ? "?" : "");
    }

    /// <summary>Lengths are log-normal around <paramref name="median"/> words, with lists, emphasis, links and code as people use them.</summary>
    public PostText Text(Random random, int median)
    {
        var words = Math.Clamp((int)(median * Math.Exp(0.8 * Normal(random))), 4, 1_500);
        var text = new StringBuilder(words * 7);
        while (words > 0)
        {
            var some = Math.Min(words, random.Next(20, 90));
            Paragraph(text, random, some);
            words -= some;
        }

        var source = text.ToString().TrimEnd();
        var rendered = Markdown.Render(source, RenderOptions.Post with { Prefix = "r" + random.Next(100_000, 999_999) + "-" });
        return new PostText(source, rendered.Html, [], [], []);
    }

    void Paragraph(StringBuilder text, Random random, int words)
    {
        switch (random.Next(20))
        {
            case 0:
                text.Append("```\n").AppendJoin(' ', Enumerable.Range(0, Math.Min(words, 25)).Select(_ => Word(zipf.Next(random)))).Append("\n```\n\n");
                return;
            case 1 or 2:
                for (var left = words; left > 0; left -= 9) text.Append("- ").AppendJoin(' ', Enumerable.Range(0, Math.Min(left, 9)).Select(_ => Word(zipf.Next(random)))).Append('\n');
                text.Append('\n');
                return;
            default:
                for (var i = 0; i < words; i++)
                {
                    var word = Word(zipf.Next(random));
                    text.Append(random.Next(60) switch { 0 => $"**{word}**", 1 => $"`{word}`", 2 => $"[{word}](https://example.org/{word})", _ => word });
                    text.Append(i == words - 1 ? ".\n\n" : random.Next(12) == 0 ? ". " : " ");
                }

                return;
        }
    }

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
