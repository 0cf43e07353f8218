using System.Reflection;
using System.Text.RegularExpressions;
using Community.Store;

namespace Community.Tests.Architecture;

/// <summary>No text can keep a regular expression busy: each does not backtrack, or gives up after a time.</summary>
public sealed partial class RegexTests
{
    [Fact]
    public void Every_generated_expression_is_bounded()
    {
        var found = 0;
        foreach (var method in Assemblies().SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)))
            foreach (var attribute in method.GetCustomAttributes<GeneratedRegexAttribute>())
            {
                found++;
                Assert.True(attribute.Options.HasFlag(RegexOptions.NonBacktracking) || attribute.MatchTimeoutMilliseconds is > 0 and <= 1_000, $"{method.DeclaringType}.{method.Name}: {attribute.Pattern}");
            }

        Assert.True(found >= 8);
    }

    [Fact]
    public void No_expression_is_made_in_another_way()
    {
        var made = from path in SourceFiles.Of("Community").Concat(SourceFiles.Of("Community.Web"))
                   from line in File.ReadLines(path)
                   where Made().IsMatch(line) && !line.Contains("RegexOptions.NonBacktracking", StringComparison.Ordinal) && !line.Contains("TimeSpan.", StringComparison.Ordinal)
                   select $"{Path.GetFileName(path)}: {line.Trim()}";

        Assert.Empty(made);
    }

    /// <summary>The web's program is not referenced here; it lies beside its own sources where it was built.</summary>
    static IEnumerable<Assembly> Assemblies() => [typeof(CommunityStore).Assembly];

    [Fact]
    public void The_sources_of_the_web_have_the_same_bounds()
    {
        var unbounded = from path in SourceFiles.Of("Community.Web").Concat(SourceFiles.Of("Community"))
                        from line in File.ReadLines(path)
                        where line.Contains("[GeneratedRegex(", StringComparison.Ordinal) && !line.Contains("NonBacktracking", StringComparison.Ordinal) && !TimedOut().IsMatch(line)
                        select $"{Path.GetFileName(path)}: {line.Trim()}";

        Assert.Empty(unbounded);
    }

    [GeneratedRegex(@"new Regex\(|Regex\.(IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches)\(|RegularExpressionAttribute|\[RegularExpression", RegexOptions.NonBacktracking)]
    private static partial Regex Made();

    [GeneratedRegex(@", (matchTimeoutMilliseconds: )?[1-9][0-9_]{0,4}\)\]$", RegexOptions.NonBacktracking)]
    private static partial Regex TimedOut();
}
