using Community.Notifications.Mailing;
using Community.Notifications.Replies;
using Community.Web.Mailing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what letters need.</summary>
public static class MailingExtensions
{
    public static IServiceCollection AddMailing(this IServiceCollection services) => services.AddSingleton<IComposeLetters, LetterComposer>().AddSingleton<IWordReplies, ReplyRefusals>().AddScoped<NoticeTelling>().AddScoped<LetterWriting>().AddScoped<MailAdminLoading>().AddScoped<LetterWords>().AddScoped<ViewText>();
}
