using Community.Web.Presence;
using Community.Web.Topics;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what shows who is here.</summary>
public static class PresenceExtensions
{
    public static IServiceCollection AddPresence(this IServiceCollection services) => services.AddSingleton<Rooms>().AddSingleton<RoomGate>().AddSingleton<OtherNodes>().AddSingleton<Attendance>()
        .AddSingleton(provider => new WhoIsHere(provider.GetRequiredService<Rooms>(), provider.GetRequiredService<RoomGate>()))
        .AddHostedService<TellRooms>().AddScoped<OtherEditors>();
}
