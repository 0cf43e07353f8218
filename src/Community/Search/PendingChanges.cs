using Community.Events;

namespace Community.Search;

/// <summary>Which documents a stretch of the log touches, each named once: an import of 100,000 posts is not 100,000 queries.</summary>
sealed class PendingChanges
{
    public HashSet<long> Topics { get; } = [];

    public HashSet<long> Posts { get; } = [];

    public HashSet<long> People { get; } = [];

    public PendingChanges(IEnumerable<Event> events)
    {
        var postTopics = new Dictionary<long, long>();
        foreach (var happened in events)
        {
            switch (happened.Kind)
            {
                case EventKind.Replied or EventKind.Commented or EventKind.Revised or EventKind.Voted or EventKind.Unnamed or EventKind.Reported or EventKind.Unreported:
                    postTopics[happened.SubjectId] = happened.TopicId ?? 0;
                    break;
                case EventKind.Welcomed or EventKind.PersonChanged:
                    People.Add(happened.SubjectId);
                    break;
                case EventKind.Imported when happened.TopicId is null:
                    People.Add(happened.SubjectId);
                    break;
                case EventKind.Pinned or EventKind.Unpinned or EventKind.NoteStewarded or EventKind.NoteJudged or EventKind.NoteDue or EventKind.TaskOpened or EventKind.TaskEnded or EventKind.Distilled or EventKind.LineageChanged or EventKind.Suggested or EventKind.SuggestionDecided or EventKind.MaskLooked
                    or EventKind.Helped or EventKind.HelpTakenBack or EventKind.AlsoAsked or EventKind.AlsoAskedNoMore:
                    break;
                default:
                    if (happened.TopicId is { } topicId) Topics.Add(topicId);
                    break;
            }
        }

        Posts.UnionWith(postTopics.Where(post => !Topics.Contains(post.Value)).Select(post => post.Key));
    }
}
