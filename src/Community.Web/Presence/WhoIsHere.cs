namespace Community.Web.Presence;

/// <summary>Who else is in a topic, for somebody who is there and shows it.</summary>
public sealed class WhoIsHere
{
    readonly Rooms rooms;
    readonly RoomGate gate;

    internal WhoIsHere(Rooms rooms, RoomGate gate) => (this.rooms, this.gate) = (rooms, gate);

    /// <summary>Null for whoever is not there, does not show it, or may not read the topic. Ask only for topics that came through the gate in this request.</summary>
    /// <param name="postId">The post that the person edits; 0 for none.</param>
    public async Task<Present?> For(long personId, long topicId, long postId, CancellationToken stop)
    {
        var claims = rooms.Claims(topicId);
        if (!claims.Any(claim => claim.PersonId == personId)) return null;

        var rights = await gate.Rights([topicId], [.. claims.Select(claim => claim.PersonId).Distinct()], stop);
        return rights.MayBeIn(topicId, personId) ? Present.Of(topicId, [.. claims.Where(claim => rights.MayBeIn(topicId, claim.PersonId))], personId, postId) : null;
    }
}
