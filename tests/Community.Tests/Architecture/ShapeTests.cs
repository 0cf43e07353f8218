using System.Reflection;
using Community.Store;

namespace Community.Tests.Architecture;

/// <summary>Files stay short, and names say what things are.</summary>
public sealed class ShapeTests(ITestOutputHelper output)
{
    const int MostLines = 200, MedianLines = 40, P90Lines = 100;

    static readonly string[] EmptyWords = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Impl", "Dto", "Base"];

    /// <summary>Files that may be longer, each with its reason.</summary>
    static readonly (string File, string Reason)[] Longer = [];

    [Fact]
    public void Files_are_short()
    {
        var files = SourceFiles.Of("Community").Concat(SourceFiles.Of("Community.Web")).Select(path => (File: Path.GetRelativePath(SourceFiles.Root, path), Lines: File.ReadLines(path).Count())).OrderBy(file => file.Lines).ToList();
        var (median, p90) = (files[files.Count / 2].Lines, files[files.Count * 9 / 10].Lines);
        output.WriteLine($"{files.Count} files, median {median} lines, p90 {p90}, longest {string.Join(", ", files.TakeLast(5).Reverse())}");

        Assert.InRange(median, 1, MedianLines);
        Assert.InRange(p90, 1, P90Lines);
        Assert.DoesNotContain(files, file => file.Lines > MostLines && !Longer.Any(longer => longer.File == file.File));
    }

    [Fact]
    public void No_name_ends_in_an_empty_word() =>
        Assert.Empty(Types().Where(type => EmptyWords.Any(word => type.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal))).Select(type => type.FullName));

    [Fact]
    public void Verbs_have_one_way_in() =>
        Assert.All(Types().Where(type => type is { IsClass: true, IsPublic: true } && type.GetMethod("Run") is not null), type => Assert.True(type.IsSealed, type.FullName));

    [Fact]
    public void Entities_are_changed_by_their_own_methods_only()
    {
        // Identity's own account is filled by its stores.
        var open = from type in Types().Where(type => type.IsSubclassOf(typeof(Community.Events.Entity)) || type.Namespace is "Community.Topics" or "Community.Spaces" && type.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, []) is not null)
                   from property in type.GetProperties()
                   where property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
                   select $"{type.Name}.{property.Name}";

        Assert.Empty(open);
    }

    static IEnumerable<Type> Types() => typeof(CommunityStore).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Community", StringComparison.Ordinal) == true && !type.Name.StartsWith('<') && type.Namespace != "Community.Store.Migrations");
}
