using Community.Store;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Notifications.Replies;

/// <summary>
/// Reads the mailbox of answers: at once where its server tells of new mails (IDLE), else as often as is set. A mail is marked as read when it was taken, so that one that was not is read again; nothing is
/// deleted. A server that is away is asked again, ever more rarely. Any number of nodes may read it.
/// </summary>
public sealed class MailboxReader(ImapSettings settings, TakeMail take, MailboxState state, TimeProvider clock, ILogger<MailboxReader> log) : BackgroundService
{
    const int TimeoutMilliseconds = 60_000;
    const int MailsARound = 100;

    /// <summary>Then a mail that fails again and again is set aside.</summary>
    const int MostTries = 5;

    /// <summary>A mail that is larger is not fetched.</summary>
    const uint MostBytes = 40_000_000;

    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>Servers end a line that idles for half an hour.</summary>
    static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(9);

    readonly Dictionary<UniqueId, int> tries = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsSet) return;

        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Read(() => failures = 0, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                failures++;
                state.Failed(clock.Now(), error.Message);
                log.LogWarning("The mailbox could not be read: {Error}", error.GetType().Name);
                var pause = settings.Every * Math.Pow(2, Math.Min(failures - 1, 10));
                await Task.Delay(pause < LongestPause ? pause : LongestPause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Over one connection until it breaks.</summary>
    async Task Read(Action fine, CancellationToken stop)
    {
        using var client = new ImapClient { Timeout = TimeoutMilliseconds };
        await client.ConnectAsync(settings.Host, settings.Port, MailSender.Line(settings.Security), stop);
        if (!string.IsNullOrEmpty(settings.User)) await client.AuthenticateAsync(settings.User, settings.Password ?? "", stop);
        var folder = await client.GetFolderAsync(settings.Folder, stop);
        await folder.OpenAsync(FolderAccess.ReadWrite, stop);
        while (true)
        {
            await TakeNew(folder, stop);
            state.Fine(clock.Now());
            fine();
            await Wait(client, folder, stop);
        }
    }

    async Task TakeNew(IMailFolder folder, CancellationToken stop)
    {
        var unseen = await folder.SearchAsync(SearchQuery.NotSeen.And(SearchQuery.NotDeleted), stop);
        foreach (var head in await folder.FetchAsync([.. unseen.Take(MailsARound)], MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.Envelope, stop))
        {
            if (await Take(folder, head, stop)) await folder.AddFlagsAsync(head.UniqueId, MessageFlags.Seen, silent: true, stop);
        }
    }

    /// <returns>Whether it is done with.</returns>
    async Task<bool> Take(IMailFolder folder, IMessageSummary head, CancellationToken stop)
    {
        try
        {
            if (head.Size > MostBytes) await take.SetAside(Id(head), $"It has {head.Size} bytes.", stop);
            else await take.Run(await folder.GetMessageAsync(head.UniqueId, stop), stop);
            return true;
        }
        catch (Exception error) when (error is not (OperationCanceledException or IOException or ServiceNotConnectedException or ImapProtocolException))
        {
            var count = tries[head.UniqueId] = tries.GetValueOrDefault(head.UniqueId) + 1;
            log.LogWarning("A mail could not be taken: {Error}", error.GetType().Name);
            if (count < MostTries || error is StoreBusyException) return false;

            await take.SetAside(Id(head), error.GetType().Name, stop);
            tries.Remove(head.UniqueId);
            return true;
        }
    }

    async Task Wait(ImapClient client, IMailFolder folder, CancellationToken stop)
    {
        if (!client.Capabilities.HasFlag(ImapCapabilities.Idle) || tries.Count > 0)
        {
            await Task.Delay(settings.Every, stop);
            await folder.CheckAsync(stop);
            return;
        }

        using var done = new CancellationTokenSource(LongestIdle);
        void More(object? sender, EventArgs what) => done.Cancel();
        folder.CountChanged += More;
        try
        {
            // What came between the look and here is told by nobody.
            if ((await folder.SearchAsync(SearchQuery.NotSeen.And(SearchQuery.NotDeleted), stop)).Count == 0) await client.IdleAsync(done.Token, stop);
        }
        finally
        {
            folder.CountChanged -= More;
        }
    }

    static string Id(IMessageSummary head) => head.Envelope?.MessageId is { Length: > 0 } id ? id : $"{head.UniqueId.Validity}.{head.UniqueId.Id}";
}
