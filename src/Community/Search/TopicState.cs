namespace Community.Search;

/// <summary>What came of a topic, as a search shows it: an accepted answer counts more than a closure.</summary>
public enum TopicState { Open, Answered, Closed }
