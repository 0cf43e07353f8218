using System.CommandLine;
using Community.Store;
using Community.Transfer.Archives;
using Community.Web.Running;

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
            Demonstration.Demo,
        };
        root.SetAction(ServeCommand.Run);
        root.Add(ServeCommand.Build());
        root.Add(ConfigCommand.Build());
        root.Add(ImportCommand.Build());
        foreach (var command in ArchiveCommands.Build()) root.Add(command);
        root.Add(AuditCommand.Build());
        root.Add(IndexCommand.Build());
        root.Add(PersonCommand.Build());
        root.Add(SpaceCommand.Build());
        root.Add(TokenCommand.Build());
        root.Teach("""
            --demo --data ./example          # see it first: a library that has been at work for a year
            --data /srv/community            # the same as: serve --data /srv/community
            person add --help                # every command explains itself like this
            """, """
            Every command takes --data DIR, before or after its name. Commands may be given while a server runs on the same folder,
            and while none does; the server's index and the open pages follow within a second.
            """);
        return root.WithTeachingHelp();
    }

    /// <summary>Runs a command's work on the data folder. Failures become one sentence and exit code 1.</summary>
    /// <param name="isMigrated">Brings the database up to date first.</param>
    public static async Task<int> With(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken stop, bool isMigrated = true)
    {
        try
        {
            var data = new DataFolder(parsed.GetRequiredValue(Data).FullName);
            var settings = Settings.Read();
            foreach (var warning in SettingCheck.Run(settings)) Console.Error.WriteLine(warning);
            await using var provider = Services(data, settings).BuildServiceProvider();
            await provider.GetRequiredService<PostgresReach>().Wait(TimeSpan.Zero, stop);
            if (isMigrated) await provider.GetRequiredService<Migrator>().Run(stop);
            await using var scope = provider.CreateAsyncScope();
            return await work(scope.ServiceProvider, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Failed("Stopped. Run the same command again to go on.");
        }
        catch (Exception error) when (error is RefusedException or DataFolderException or SettingException or StoreBusyException or ArchiveException or IOException or UnauthorizedAccessException)
        {
            return Failed(error.Message);
        }
    }

    /// <summary>What every command works with.</summary>
    public static IServiceCollection Services(DataFolder data, IConfiguration settings)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddLog(settings, least: LogLevel.Warning));
        services.AddSingleton(settings);
        services.AddCommunity(data);
        return People.PeopleExtensions.AddAccounts(services);
    }

    /// <summary>One sentence on standard error, exit code 1.</summary>
    public static int Failed(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
