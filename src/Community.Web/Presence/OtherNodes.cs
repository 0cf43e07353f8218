using System.Globalization;
using System.Text;
using Community.Store;

namespace Community.Web.Presence;

/// <summary>
/// Tells the other nodes of one PostgreSQL database who is in this node's rooms, and hears the same of them: a room whole whenever it changes, and all every so often, because who does not
/// listen at that moment misses it. <c>NODE ROOM PERSON.POST.WRITING …</c>; a node alone says that it ends.
/// </summary>
sealed class OtherNodes
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(15);

    readonly string node = Guid.NewGuid().ToString("N");
    readonly Dictionary<long, string> said = [];
    readonly Whispers whispers;
    readonly Rooms rooms;
    readonly TimeProvider clock;
    long saidAt;

    public OtherNodes(Whispers whispers, Rooms rooms, TimeProvider clock)
    {
        (this.whispers, this.rooms, this.clock, saidAt) = (whispers, rooms, clock, clock.GetTimestamp());
        whispers.Listen(Hear);
    }

    public async Task Say(long topicId, IEnumerable<Claim> claims, CancellationToken stop)
    {
        if (!whispers.AreHeard) return;

        var words = Written(claims);
        if (said.GetValueOrDefault(topicId, "") == words) return;

        await whispers.Say($"{node} {topicId}{words}", stop);
        if (words.Length == 0) said.Remove(topicId);
        else said[topicId] = words;
    }

    public async Task SayAgain(CancellationToken stop)
    {
        if (clock.GetElapsedTime(saidAt) < Again) return;

        saidAt = clock.GetTimestamp();
        foreach (var (topicId, words) in said.ToList()) await whispers.Say($"{node} {topicId}{words}", stop);
    }

    public async Task End(CancellationToken stop)
    {
        if (said.Count > 0) await whispers.Say(node, stop);
    }

    void Hear(string words)
    {
        var parts = words.Split(' ');
        if (parts[0] == node) return;
        if (parts.Length == 1) rooms.Forget(parts[0]);
        else if (Number(parts[1]) is { } topicId) rooms.Hear(parts[0], topicId, [.. parts.Skip(2).Select(Read).OfType<Claim>()]);
    }

    /// <summary>Each with a space before it, as many as go into a message.</summary>
    static string Written(IEnumerable<Claim> claims)
    {
        var words = new StringBuilder();
        foreach (var claim in claims.Distinct())
        {
            var word = string.Create(CultureInfo.InvariantCulture, $" {claim.PersonId}.{claim.PostId}.{(claim.IsWriting ? 1 : 0)}");
            if (words.Length + word.Length > Whispers.MostBytes - 100) break;

            words.Append(word);
        }

        return words.ToString();
    }

    static Claim? Read(string word) =>
        word.Split('.') is [var person, var post, var writing] && Number(person) is { } personId && Number(post) is { } postId ? new Claim(personId, postId, writing == "1") : null;

    static long? Number(string word) => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
