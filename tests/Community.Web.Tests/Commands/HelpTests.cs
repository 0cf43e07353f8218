using System.CommandLine;
using Community.Web.Commands;

namespace Community.Web.Tests.Commands;

/// <summary>Help that teaches.</summary>
public sealed class HelpTests
{
    [Fact]
    public async Task Every_command_says_what_it_does_gives_an_example_and_its_exit_codes()
    {
        foreach (var path in Paths(CommandLine.Build(), []))
        {
            using var output = new StringWriter();

            Assert.Equal(0, await CommandLine.Build().Parse([.. path, "--help"]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output }, TestContext.Current.CancellationToken));

            var help = output.ToString();
            Assert.Matches($@"Examples?:\n  {string.Join(' ', path)}", help.ReplaceLineEndings("\n"));
            Assert.Contains("Exit code: 0 done; 1 failed", help, StringComparison.Ordinal);
        }
    }

    static IEnumerable<string[]> Paths(Command command, string[] above) =>
        [above, .. command.Subcommands.SelectMany(below => Paths(below, [.. above, below.Name]))];
}
