using Community.Web.Moderating;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the pages of flags, appeals and the ledger need.</summary>
public static class ModeratingExtensions
{
    public static IServiceCollection AddModerating(this IServiceCollection services) => services.AddScoped<ReasonWords>().AddScoped<CaseListing>().AddScoped<AppealListing>().AddScoped<RuleChoices>();
}
