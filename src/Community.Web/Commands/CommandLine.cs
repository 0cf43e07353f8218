using System.CommandLine;
using Community.Store;
using Community.Transfer.Archives;

namespace Community.Web.Commands;

/// <summary>What can be typed after the program's name. Without anything the site is served.</summary>
public static class CommandLine
{
    public static Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = "The folder that holds everything: database, index, keys. Made when missing.",
        Recursive = true,
        DefaultValueFactory = _ => new DirectoryInfo("data"),
    };

    public static RootCommand Build()
    {
        var root = new RootCommand("Community: where the staff of an institution ask, answer, discuss and write down how work is really done.")
        {
            Data,
            ServeCommand.Urls,
        };
        root.SetAction(ServeCommand.Run);
        root.Add(ServeCommand.Build());
        root.Add(ImportCommand.Build());
        foreach (var command in ArchiveCommands.Build()) root.Add(command);
        root.Add(IndexCommand.Build());
        root.Add(PersonCommand.Build());
        root.Add(SpaceCommand.Build());
        return root;
    }

    /// <summary>Runs a command's work on the data folder. Failures become one sentence and exit code 1.</summary>
    /// <param name="isMigrated">Brings the database up to date first.</param>
    public static async Task<int> With(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken stop, bool isMigrated = true)
    {
        try
        {
            var data = new DataFolder(parsed.GetRequiredValue(Data).FullName);
            var settings = Settings.Read();
            var services = new ServiceCollection();
            services.AddLogging(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
            services.AddSingleton<IConfiguration>(settings);
            services.AddCommunity(data);
            People.PeopleExtensions.AddAccounts(services);
            await using var provider = services.BuildServiceProvider();
            if (isMigrated) await provider.GetRequiredService<Migrator>().Run(stop);
            await using var scope = provider.CreateAsyncScope();
            return await work(scope.ServiceProvider, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Failed("Stopped. Run the same command again to go on.");
        }
        catch (Exception error) when (error is RefusedException or DataFolderException or StoreBusyException or ArchiveException or IOException or UnauthorizedAccessException)
        {
            return Failed(error.Message);
        }
    }

    /// <summary>One sentence on standard error, exit code 1.</summary>
    public static int Failed(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
