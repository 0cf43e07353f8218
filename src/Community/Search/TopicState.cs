namespace Community.Search;

/// <summary>What came of a topic, as a search shows it: an accepted answer counts more than a closure, that it was asked before more than both.</summary>
public enum TopicState { Open, Answered, Closed, Duplicate }
