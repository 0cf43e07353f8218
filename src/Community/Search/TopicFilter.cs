using Community.Topics;

namespace Community.Search;

/// <summary>What a reader may see and has chosen. Null means that there is no choice; the spaces are the gate.</summary>
sealed record TopicFilter(IReadOnlySet<long> Spaces, IReadOnlySet<long>? SpaceChoice, IReadOnlySet<TopicKind>? KindChoice, IReadOnlySet<string>? TagChoice, TopicKind? Kind, long? Space, string? Tag);
