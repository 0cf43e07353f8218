using Community.Notifications;
using Community.Notifications.Mailing;

namespace Community.Web.Mailing;

/// <summary>Makes each letter in a scope of its own, read as its person.</summary>
sealed class LetterComposer(IServiceScopeFactory scopes) : IComposeLetters
{
    public async Task<WrittenLetter?> Compose(Mail mail, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LetterWriting>().Write(mail, stop);
    }
}
