namespace Community.Web.Tests.Commands;

/// <summary>Exit codes and streams of the built program, as scripts meet them.</summary>
public sealed class StreamTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-typed-");

    [Fact]
    public async Task Wrong_usage_is_2_with_the_sentence_and_the_usage_on_standard_error()
    {
        var answer = await Type("space", "add");

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.StartsWith("Option '--name' is required.\n", answer.Error, StringComparison.Ordinal);
        Assert.Contains("Usage:\n  Community.Web space add <SLUG>", answer.Error, StringComparison.Ordinal);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task The_example_library_goes_with_serving_only() =>
        Assert.Equal(2, (await Type("index", "check", "--demo")).Code);

    [Fact]
    public async Task The_data_folder_is_named_before_or_after_the_command_and_results_stand_alone()
    {
        var before = await Type("--data", "kept", "space", "add", "first", "--name", "First");
        var after = await Type("space", "add", "second", "--name", "Second", "--data", "kept");
        var again = await Type("space", "add", "second", "--name", "Second", "--data", "kept");

        Assert.Equal((0, "/spaces/first\n"), (before.Code, before.Output));
        Assert.Equal((0, "/spaces/second\n"), (after.Code, after.Output));
        Assert.Equal((1, "", "There is a space with the address second already. Choose another.\n"), (again.Code, again.Output, again.Error));
    }

    [Theory]
    [InlineData("--demo")]
    [InlineData("serve", "--demo")]
    [InlineData("--demo", "serve")]
    public async Task The_example_library_is_refused_with_one_sentence_where_something_is(params string[] typed)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("data").FullName, "mine.txt"), "", TestContext.Current.CancellationToken);

        var answer = await Type(typed);

        Assert.Equal((1, ""), (answer.Code, answer.Output));
        Assert.Matches(@"\AThe data folder [^\n]* is not empty, and --demo fills an empty one only: [^\n]*\n\z", answer.Error);
        Assert.Single(folder.GetDirectories("data")[0].GetFileSystemInfos());
    }

    Task<TypedProgram> Type(params string[] typed) => TypedProgram.Run(folder.FullName, typed);

    public void Dispose() => folder.Delete(recursive: true);
}
