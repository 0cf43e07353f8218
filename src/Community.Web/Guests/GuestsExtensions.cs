using Community.Web.Guests;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the pages about guests need.</summary>
public static class GuestsExtensions
{
    public static IServiceCollection AddGuests(this IServiceCollection services) => services.AddScoped<GuestLoading>();
}
