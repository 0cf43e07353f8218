using Community.Events;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Notes.Links;

/// <summary>
/// Asks the links of notes to the web, one a second, each once a week. It runs only where an administrator has switched it on. Which notes changed it learns from the log; after a start it looks at all of them.
/// </summary>
public sealed class CheckLinks(CommunityStore store, ListOutsideLinks list, AskNextLink ask, TimeProvider clock, ILogger<CheckLinks> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    static readonly EventKind[] Changing = [EventKind.Started, EventKind.Revised, EventKind.Withdrawn, EventKind.Restored, EventKind.Removed, EventKind.Reinstated, EventKind.Erased, EventKind.Imported, EventKind.PassageChanged];

    long position = -1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                await Follow(stoppingToken);
                if (!await ask.Run(stoppingToken)) pause = Rest;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception error)
            {
                log.LogError(error, "A link could not be checked; tried again in a minute");
                pause = Rest;
            }

            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task Follow(CancellationToken stop)
    {
        var last = await store.Read(db => db.Events.MaxAsync(e => (long?)e.Id, stop)) ?? 0;
        if (last == position) return;

        var from = position;
        var changed = await store.Read(db =>
        {
            var touched = db.Events.Where(e => e.Id > from && e.Id <= last && e.TopicId != null && Changing.Contains(e.Kind)).Select(e => e.TopicId!.Value);
            return db.Topics.Where(t => t.Kind == TopicKind.Note && (from < 0 || touched.Contains(t.Id))).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(stop);
        });
        foreach (var topicId in changed) await List(topicId, stop);
        position = last;
    }

    async Task List(long topicId, CancellationToken stop)
    {
        try
        {
            await list.Run(topicId, stop);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            log.LogError(error, "The links of a note could not be listed; they are when it changes next");
        }
    }
}
