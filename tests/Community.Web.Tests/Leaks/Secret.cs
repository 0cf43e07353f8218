using Community.Governance;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Leaks;

/// <summary>A word at a place that not everybody may read.</summary>
/// <param name="Place">What it stands in.</param>
/// <param name="Tier">Of the space that it stands in.</param>
/// <param name="Space">The slug of that space.</param>
/// <param name="Word">It stands there and nowhere else.</param>
/// <param name="TopicId">The topic that it stands in; of a word of the glossary one in the same space.</param>
/// <param name="AuthorId">Somebody who wrote in this space only.</param>
/// <param name="Author">A word of that one's name.</param>
public sealed record Secret(Place Place, Tier Tier, string Space, string Word, long TopicId, long AuthorId, string Author)
{
    /// <summary>Who finds what stands in a space of a tier, in the order of <see cref="GateVillage.Roles"/>: administrator moderator steward member author colleague guest stranger visitor.</summary>
    static readonly Dictionary<Tier, string> Readers = new()
    {
        [Tier.Unit] = "o-ooo-o--",
        [Tier.Institution] = "oooooo---",
        [Tier.Partners] = "ooooooo--",
        [Tier.Public] = "ooooooooo",
    };

    const string Nobody = "---------";

    /// <summary>Stands beside the word, and nobody's saved search is called like it.</summary>
    public string Bait => Words.Of("bait of " + Word);

    /// <summary>Whether it was in sight of those who read the space when the saved searches were asked.</summary>
    public bool WasInSight => Place is Place.Topic or Place.Note or Place.Reply or Place.WithdrawnReply or Place.WithdrawnTopic or Place.Removed or Place.Hidden or Place.Purged or Place.OldText or Place.OldTitle;

    public bool IsTerm => Place is Place.Term or Place.OldTerm or Place.RemovedTerm;

    bool IsInSight => Place is Place.Topic or Place.Note or Place.Reply or Place.Term;

    /// <summary>Also of what is out of sight the topic may be there for them.</summary>
    bool HasOpenTopic => Place is not (Place.Held);

    /// <summary>Whether this role may find the word.</summary>
    public bool IsFor(string role) => Is(IsInSight ? Readers[Tier] : Nobody, role);

    /// <summary>Whether this role reads the space.</summary>
    public bool IsIn(string role) => Is(Readers[Tier], role);

    /// <summary>What is typed to look for it.</summary>
    public Typed Typed => new(Word, Space, TopicId, AuthorId, Author);

    /// <summary>The same of a word that stands nowhere; space, topic and author are such as this role may know, else there are none of these.</summary>
    /// <param name="silent">Somebody who never wrote anything.</param>
    public Typed Nothing(string role, Typed silent) => silent with
    {
        Space = IsIn(role) ? Space : silent.Space,
        TopicId = IsIn(role) && HasOpenTopic ? TopicId : silent.TopicId,
        AuthorId = IsIn(role) ? AuthorId : silent.AuthorId,
        Author = IsIn(role) ? Author : silent.Author,
    };

    public override string ToString() => $"{Place} in {Space}";

    static bool Is(string letters, string role) => letters[GateVillage.Roles.ToList().IndexOf(role)] == 'o';
}
