using Community.Notifications.Mailing;
using Community.Web.Mailing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what letters need.</summary>
public static class MailingExtensions
{
    public static IServiceCollection AddMailing(this IServiceCollection services) => services.AddSingleton<IComposeLetters, LetterComposer>().AddScoped<NoticeTelling>().AddScoped<LetterWriting>().AddScoped<LetterWords>().AddScoped<ViewText>();
}
