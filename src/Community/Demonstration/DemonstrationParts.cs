using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Community.Demonstration;

/// <summary>The chapters of the filling, in order.</summary>
public sealed class DemonstrationParts
{
    readonly IServiceProvider provider;

    internal DemonstrationParts(IServiceProvider provider) => this.provider = provider;

    internal async Task Play(Library library, IReadOnlyList<Story> stories, Calendar calendar, string address, string password, Action<int, int> progress, CancellationToken stop)
    {
        var (plan, cast, visits, searching) = (new Plan(provider.GetRequiredService<FillingClock>()), new Cast(), Make<Visits>(), Make<Searching>());
        Make<Arrivals>().Plan(plan, library, calendar, cast, address, password);
        Make<Rooms>().Plan(plan, library, calendar, cast);
        Make<Telling>().Plan(plan, library, stories, calendar, cast);
        Make<Naming>().Plan(plan, library, calendar, cast);
        Make<Trying>().Plan(plan, library, stories, calendar, cast);
        Make<Ruling>().Plan(plan, library, calendar, cast);
        searching.Plan(plan, library, stories, calendar, cast);
        Make<Walking>().Plan(plan, library, stories, calendar, cast);
        Make<Masks>().Plan(plan, library, calendar, cast);
        Make<Waiting>().Plan(plan, library, calendar, cast);
        Make<Flagging>().Plan(plan, calendar, cast);
        Make<Hosting>().Plan(plan, library, calendar, cast);
        Make<Responding>().Plan(plan, calendar, cast);
        Make<Promising>().Plan(plan, library, calendar, cast);
        visits.Plan(plan, library, calendar, cast);
        plan.Add(calendar.Ago("1h"), Make<Leaving>().Remind);
        await plan.Carry(searching.Hear, progress, stop);
        await visits.SeeRead(library, cast, stop);
    }

    T Make<T>() where T : class => provider.GetRequiredService<T>();
}

/// <summary>Registers what fills, over the program's own parts and with a clock of its own.</summary>
public static class DemonstrationServices
{
    public static IServiceCollection AddDemonstration(this IServiceCollection services)
    {
        services.AddSingleton<FillingClock>();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<FillingClock>()));
        services.AddSingleton(provider => new DemonstrationParts(provider));
        foreach (var part in new[] { typeof(Arrivals), typeof(Introductions), typeof(Illustrating), typeof(Rooms), typeof(UnitRooms), typeof(Telling), typeof(Writing), typeof(Beginning), typeof(Distilling), typeof(Suggesting), typeof(Rewriting), typeof(Judging), typeof(Keeping), typeof(Reporting), typeof(Tending), typeof(Leaving), typeof(Trying), typeof(Concluding), typeof(Ruling), typeof(Walking), typeof(Naming), typeof(Searching), typeof(Missing), typeof(Visits), typeof(Promising), typeof(Masks), typeof(Waiting), typeof(Flagging), typeof(Hosting), typeof(Responding), typeof(Stepping), typeof(Agreeing), typeof(Looping), typeof(Questions.FollowQuestions), typeof(Notifications.NotifyPeople), typeof(Search.Saved.TellFinds) })
            services.AddTransient(part);
        return services;
    }
}
