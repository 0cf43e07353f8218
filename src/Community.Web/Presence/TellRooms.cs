using Community.Web.Live;

namespace Community.Web.Presence;

/// <summary>Looks at the rooms that were stirred, five times a second, and tells each line what is different for it.</summary>
sealed class TellRooms(Rooms rooms, RoomGate gate, OtherNodes others, LiveFeed feed, ILogger<TellRooms> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan PauseAfterError = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await Round(stoppingToken) ? Pause : PauseAfterError;
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await others.End(cancellationToken);
        }
        catch (Exception error)
        {
            log.LogWarning("Other nodes were not told that this one ends: {Error}", error.Message);
        }
    }

    /// <summary>Returns false where something failed, and everything is looked at again.</summary>
    async Task<bool> Round(CancellationToken stop)
    {
        var stirred = rooms.TakeStirred();
        try
        {
            if (stirred.Count > 0) await Look(stirred, stop);
            await others.SayAgain(stop);
            return true;
        }
        catch (Exception error)
        {
            rooms.PutBack(stirred);
            if (!stop.IsCancellationRequested) log.LogError(error, "Who is in a topic could not be told");
            return false;
        }
    }

    async Task Look(IReadOnlyList<long> topicIds, CancellationToken stop)
    {
        var claims = topicIds.ToDictionary(id => id, rooms.Claims);
        var rights = await gate.Rights(topicIds, [.. claims.Values.SelectMany(all => all).Select(claim => claim.PersonId).Distinct()], stop);
        foreach (var topicId in topicIds)
        {
            var stays = rooms.In(topicId);
            List<Claim> shown = [.. claims[topicId].Where(claim => rights.MayBeIn(topicId, claim.PersonId))];
            foreach (var stay in stays.Where(stay => stay.LeftAt is null)) Tell(stay, rights.MayBeIn(topicId, stay.PersonId) ? Present.Of(topicId, shown, stay.PersonId, stay.PostId) : null);
            await others.Say(topicId, stays.Where(stay => rights.MayBeIn(topicId, stay.PersonId)).Select(Rooms.ClaimOf), stop);
        }
    }

    /// <param name="seen">Null for whoever may not be there: told nothing, or once that nobody is.</param>
    void Tell(Stay stay, Present? seen)
    {
        if (seen is null && stay.Told is null || seen?.Text == stay.Told && seen is not null) return;

        stay.Told = seen?.Text;
        feed.Find(stay.ConnectionId)?.Send("present", seen ?? new Present(stay.TopicId, [], [], []));
    }
}
