namespace Community.Faults;

/// <summary>A site with writers at work: what a fault is done to.</summary>
public sealed class Crowd : IDisposable
{
    const string Password = "heron under the blue gate", Space = "faults";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-faults");
    readonly List<Writer> writers = [];
    readonly bool isKept;

    Crowd(FaultArguments arguments)
    {
        Site = new Site(arguments.Program, folder.FullName);
        isKept = arguments.IsKept;
    }

    public Site Site { get; }

    public Ledger Ledger { get; } = new();

    public string Data => folder.FullName;

    long TopicId { get; set; }

    /// <summary>Makes the people and their space by the program's own commands, starts the site and signs everybody in.</summary>
    public static async Task<Crowd> Gather(FaultArguments arguments, CancellationToken stop)
    {
        var crowd = new Crowd(arguments);
        await crowd.Site.Command(Password, stop, "person", "add", "Ruth Mbeki", "--email", "ruth@library.example", "--role", "admin", "--password-stdin");
        await crowd.Site.Command(null, stop, "space", "add", Space, "--name", "Faults", "--tier", "institution");
        for (var i = 0; i < arguments.Writers; i++) await crowd.Site.Command(Password, stop, "person", "add", $"Writer {i}", "--email", $"writer{i}@library.example", "--password-stdin");
        await crowd.Site.Start(stop);
        for (var i = 0; i < arguments.Writers; i++)
        {
            var writer = new Writer(crowd.Site.Address, crowd.Ledger, $"Writer {i}");
            await writer.SignIn($"writer{i}@library.example", Password, stop);
            crowd.writers.Add(writer);
        }

        crowd.TopicId = await crowd.writers[0].StartThread(Space, stop);
        return crowd;
    }

    /// <summary>Everybody writes until the site is gone or <paramref name="stop"/> is asked for.</summary>
    public Task Write(CancellationToken stop) => Task.WhenAll(writers.Select(writer => writer.Write(TopicId, stop)));

    public Task SendAgain(CancellationToken stop) => Task.WhenAll(writers.Select(writer => writer.SendAgain(TopicId, stop)));

    public void Dispose()
    {
        foreach (var writer in writers) writer.Dispose();
        Site.Dispose();
        if (isKept) Console.Error.WriteLine($"The data folder is {folder.FullName}");
        else folder.Delete(recursive: true);
    }
}
