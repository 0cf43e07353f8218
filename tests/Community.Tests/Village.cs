using Community.Events;
using Community.Files;
using Community.Governance;
using Community.Notes;
using Community.People;
using Community.Questions.Asking;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Community.Topics.Voices;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Tests;

/// <summary>A small community on a real database: somebody of every role, and a space of every tier. Made once a class.</summary>
public sealed class Village : IAsyncLifetime
{
    /// <summary>A space of each tier, by slug.</summary>
    public const string Unit = "circulation", Institution = "cataloguing", Partners = "interlibrary-loan", Public = "opening-hours";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-village");
    readonly List<ServiceProvider> programs = [];
    TestDatabase database = null!;

    public static IReadOnlyList<string> Spaces { get; } = [Unit, Institution, Partners, Public];

    public VillageClock Clock { get; } = new();

    /// <summary>Small, so that they are reached.</summary>
    public UploadLimits Limits { get; } = new(MaxBytes: 300_000, QuotaBytes: 1_000_000, FilesPerPost: 3);

    public DataFolder Data { get; private set; } = null!;

    public CommunityStore Store => Get<CommunityStore>();

    public EventSignal Signal => Get<EventSignal>();

    /// <summary>Ruth keeps the site and is a member of no space.</summary>
    public long Administrator { get; private set; }

    /// <summary>Mo moderates and is a member of no space.</summary>
    public long Moderator { get; private set; }

    /// <summary>Stella is the steward of all four spaces.</summary>
    public long Steward { get; private set; }

    /// <summary>Wendy writes what others act on; a member of all four spaces.</summary>
    public long Writer { get; private set; }

    /// <summary>Alice is a member of all four spaces.</summary>
    public long Member { get; private set; }

    /// <summary>Una works in the unit that is a member of the Unit space.</summary>
    public long UnitMember { get; private set; }

    /// <summary>Bob is staff and in no space.</summary>
    public long Colleague { get; private set; }

    /// <summary>Gita is a guest, invited to the spaces of the tiers Unit, Partners and Public.</summary>
    public long Guest { get; private set; }

    /// <summary>Gus is a guest whom no space invited.</summary>
    public long Stranger { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Data = new DataFolder(folder.FullName);
        database = await TestDatabase.Make();
        programs.Add(Program());
        await Get<Migrator>().Run();

        Administrator = await Person("Ruth Mbeki", Role.Administrator);
        Moderator = await Person("Mo Lindqvist", Role.Moderator);
        Steward = await Person("Stella Okafor");
        Writer = await Person("Wendy Dvořák");
        Member = await Person("Alice Novak");
        UnitMember = await Person("Una Weber");
        Colleague = await Person("Bob Hansen");
        Guest = await Person("Gita Rao", Role.Guest);
        Stranger = await Person("Gus Park", Role.Guest);

        foreach (var (slug, tier) in Spaces.Zip(Enum.GetValues<Tier>()))
        {
            await Verb<MakeSpace>().Run(null, slug, slug, "", tier);
            await Enrol(slug, Steward, asSteward: true);
            await Enrol(slug, Writer);
            await Enrol(slug, Member);
            if (tier != Tier.Institution) await Enrol(slug, Guest);
        }

        await Verb<PlaceInUnit>().Run(null, UnitMember, "Circulation");
        await Verb<EnrolUnit>().Run(Administrator, Unit, await Read(db => db.Units.Select(u => u.Id).SingleAsync()), true);
    }

    /// <summary>Another program on the same database: with a write lane and a signal of its own.</summary>
    public CommunityStore AnotherProgram() => Another().GetRequiredService<CommunityStore>();

    public IServiceProvider Another()
    {
        programs.Add(Program());
        return programs[^1];
    }

    public T Verb<T>() where T : notnull => Get<T>();

    public T Get<T>() where T : notnull => programs[0].GetRequiredService<T>();

    public Task<T> Read<T>(Func<CommunityContext, Task<T>> work) => Store.Read(work);

    public CommunityContext Context() => Get<ContextFactory>().Create();

    public Task<long> Person(string name, Role role = Role.Member) => Store.Write(async db =>
    {
        var person = db.People.Add(new Person(name, role, Clock.Now())).Entity;
        await db.SaveChangesAsync();
        return person.Id;
    });

    public Task Enrol(string slug, long personId, bool asSteward = false) => Verb<EnrolPerson>().Run(Administrator, slug, personId, asSteward);

    /// <summary>A store and every verb, as the program registers them.</summary>
    ServiceProvider Program()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Data).AddSingleton<TimeProvider>(Clock).AddSingleton(database.Contexts(Data, Clock));
        services.AddSingleton<LastEvent>().AddSingleton<Recent>().AddSingleton<KnownGuards>().AddSingleton<KnownDisclaimers>();
        services.AddSingleton(_ => new Passwords(new PasswordHasher<Account>()));
        services.AddTransient<ICarryOut, CarryOutPosts>().AddTransient<ICarryOut, CarryOutQuestions>().AddTransient<ICarryOut, CarryOutNotes>();
        services.AddSingleton<EventSignal>().AddSingleton<AuditAnchor>().AddSingleton<CommunityStore>().AddSingleton(Limits).AddSingleton<FileStore>().AddSingleton<Pictures>().AddSingleton<AttachmentFiles>().AddSingleton<PostTexts>().AddSingleton<Migrator>();
        foreach (var verb in typeof(CommunityStore).Assembly.GetTypes().Where(type => type is { IsSealed: true, IsPublic: true, IsAbstract: false } && type.GetMethod("Run") is not null && type != typeof(Migrator)))
            services.AddTransient(verb);
        return services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs) await program.DisposeAsync();
        await database.DisposeAsync();
        using var pooled = new Microsoft.Data.Sqlite.SqliteConnection(Data.ConnectionString);
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(pooled);
        folder.Delete(recursive: true);
    }
}
