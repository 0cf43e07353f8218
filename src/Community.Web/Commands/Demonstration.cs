using System.CommandLine;
using Community.Demonstration;
using Community.Governance;
using Community.Store;
using Community.Web.People;

namespace Community.Web.Commands;

/// <summary><c>--demo</c>: fills an empty data folder with an example library before it is served.</summary>
public static class Demonstration
{
    public static Option<bool> Demo { get; } = new("--demo")
    {
        Description = "Fills an empty data folder with a small example library first, and prints once how to sign in.",
    };

    /// <exception cref="DataFolderException">The folder is not empty.</exception>
    /// <exception cref="RefusedException">The database is not.</exception>
    public static async Task Fill(DirectoryInfo folder, IReadOnlyList<string> urls, CancellationToken stop)
    {
        if (folder.Exists && folder.EnumerateFileSystemInfos().Any())
            throw new DataFolderException($"The data folder {folder.FullName} is not empty, and --demo fills an empty one only: name another with --data, or serve this one without --demo.");

        var data = new DataFolder(folder.FullName);
        await using var provider = CommandLine.Services(data, Settings.Read()).AddDemonstration().BuildServiceProvider();
        await provider.GetRequiredService<Migrator>().Run(stop);

        var bar = new Progress();
        try
        {
            var address = AddressOf(urls[0]);
            var filled = await provider.GetRequiredService<FillDemonstration>().Run(address, (done, total) => bar.Show("of a year at the library", done, total), stop);
            bar.End();
            Say(filled, address);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            bar.End();
            throw new DataFolderException($"Stopped while the example library was being filled in. Delete the folder {data.Path} and give the command again.");
        }
    }

    /// <summary>An address that listens everywhere is reached at this machine's own name.</summary>
    static string AddressOf(string url)
    {
        var address = BindingAddress.Parse(url);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}";
    }

    static void Say(Demonstrated filled, string address)
    {
        var widest = filled.People.Max(person => person.Email.Length);
        Console.Out.WriteLine($"""

            A year at an example library is ready at {address}
            Sign in at {address}/sign-in as any of these people. The password of all of them, printed this once:

                {filled.Password}

            """);
        foreach (var person in filled.People)
            Console.Out.WriteLine($"  {person.Email.PadRight(widest)}  {WordOf(person.Role),-13}  {person.Name}, {person.Position}");
        Console.Out.WriteLine();
    }

    static string WordOf(Role role) => role.ToString().ToLowerInvariant();
}
