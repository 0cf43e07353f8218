using Community.Demonstration;
using Community.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Demonstration;

/// <summary>The example library, filled once a class at an awkward moment: ten past midnight on a Sunday.</summary>
public sealed class DemonstratedLibrary : IAsyncLifetime
{
    public static readonly DateTime Now = new(2027, 1, 31, 0, 10, 0, DateTimeKind.Utc);

    readonly List<(DirectoryInfo Folder, ServiceProvider Program)> programs = [];

    public Demonstrated Filled { get; private set; } = null!;

    public ServiceProvider Program => programs[0].Program;

    public async ValueTask InitializeAsync() => Filled = await Fill(await Empty());

    /// <summary>A program on an empty folder.</summary>
    public async Task<ServiceProvider> Empty()
    {
        var folder = Directory.CreateTempSubdirectory("community-demonstration-");
        var services = new ServiceCollection().AddLogging().AddCommunity(new DataFolder(folder.FullName), null).AddDemonstration();
        Community.People.PeopleServices.AddAccounts(services);
        programs.Add((folder, services.BuildServiceProvider()));
        await programs[^1].Program.GetRequiredService<Migrator>().Run(TestContext.Current.CancellationToken);
        return programs[^1].Program;
    }

    public static Task<Demonstrated> Fill(ServiceProvider program)
    {
        program.GetRequiredService<FillingClock>().MoveTo(Now);
        return program.GetRequiredService<FillDemonstration>().Run("http://localhost:5000", (_, _) => { }, TestContext.Current.CancellationToken);
    }

    public Task<T> Read<T>(Func<CommunityContext, Task<T>> work) => Program.GetRequiredService<CommunityStore>().Read(work);

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, program) in programs) await program.DisposeAsync();
        foreach (var (folder, _) in programs) folder.Delete(recursive: true);
    }
}
