using Community.Topics;

namespace Community.Web.Tests.Gate;

/// <summary>Something that not everybody may see.</summary>
/// <param name="Canary">A word that stands in it and nowhere else.</param>
/// <param name="Readers">The roles that may read the word.</param>
/// <param name="TopicId">The topic that it stands in.</param>
/// <param name="PostId">The post that holds the word.</param>
public sealed record Thing(string Canary, IReadOnlySet<string> Readers, TopicKind Kind, long TopicId, long PostId)
{
    public override string ToString() => Canary;
}
