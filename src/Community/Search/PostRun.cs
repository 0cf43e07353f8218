namespace Community.Search;

/// <summary>Posts of one topic beside each other, of those that a search goes through. Most topics lie together in the index.</summary>
/// <param name="Best">The one with the best score; of equal ones the last.</param>
/// <param name="End">Behind the last.</param>
readonly record struct PostRun(int TopicId, int Best, int End)
{
    /// <summary>
    /// Without a branch for a post: where a topic ends, and which post is its best, cannot be foreseen, and the processor pays for a wrong guess more than for this whole step.
    /// </summary>
    /// <param name="scores">None is below 0, so that their bits are in the same order.</param>
    /// <returns>How many there are.</returns>
    public static int Find(ReadOnlySpan<PostToday> posts, ReadOnlySpan<float> scores, Span<PostRun> runs)
    {
        var (run, topicId, best, most) = (-1, -1, 0, 0);
        for (var i = 0; i < posts.Length; i++)
        {
            var score = BitConverter.SingleToInt32Bits(scores[i]);
            var begins = posts[i].TopicId != topicId ? 1 : 0;
            var taken = -(begins | (score >= most ? 1 : 0));
            topicId = posts[i].TopicId;
            best = (i & taken) | (best & ~taken);
            most = (score & taken) | (most & ~taken);
            run += begins;
            runs[run] = new PostRun(topicId, best, i + 1);
        }

        return run + 1;
    }
}
