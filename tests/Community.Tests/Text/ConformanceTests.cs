using System.Text.Json;
using Community.Text;

namespace Community.Tests.Text;

/// <summary>The published examples of CommonMark 0.31.2 and of GitHub's extensions; every exception stands here with its reason.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    static readonly RenderOptions AsWritten = new() { Headings = HeadingLevels.AsWritten, Prefix = "p-" };

    [Fact]
    public void The_CommonMark_examples_come_out_as_published_but_for_named_exceptions() =>
        Compare("commonmark-0.31.2-tests.json", ConformanceExceptions.CommonMark);

    [Fact]
    public void The_GitHub_examples_come_out_as_published_but_for_named_exceptions() =>
        Compare("gfm-extensions-tests.json", ConformanceExceptions.GitHub);

    void Compare(string file, IReadOnlyDictionary<int, string> exceptions)
    {
        using var examples = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("markdown", file)));
        var wrong = new List<int>();
        foreach (var example in examples.RootElement.EnumerateArray())
        {
            var source = example.GetProperty("markdown").GetString()!;
            var expected = Shape.Of(example.GetProperty("html").GetString()!);
            var actual = Shape.Of(Markdown.Render(source, AsWritten).Html);
            if (actual == expected) continue;

            var number = example.GetProperty("example").GetInt32();
            wrong.Add(number);
            if (!exceptions.ContainsKey(number)) output.WriteLine($"{number} {example.GetProperty("section")}\n{source}\nexpected {expected}\nactual   {actual}\n");
        }

        output.WriteLine($"{examples.RootElement.GetArrayLength() - wrong.Count} of {examples.RootElement.GetArrayLength()} agree");
        Assert.Equal(exceptions.Keys.Order(), wrong.Order());
    }
}
