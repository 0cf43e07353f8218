namespace Community.Search;

/// <summary>
/// A segment's posts as a search goes through them, on one day: what it asks of every post that fits lies in lists of a few bytes, so that it seldom waits for memory. What is the
/// same for many topics is a profile, which a search judges once.
/// </summary>
sealed class SegmentDay
{
    public SegmentDay(SegmentPosts posts, Priors priors)
    {
        Day = priors.Day;
        var rows = posts.Rows;
        (Topics, Worths, ProfileOf) = (new int[rows.Length], new float[rows.Length], new int[rows.Length]);
        var numbers = new Dictionary<TopicProfile, int> { [default] = 0 };
        for (var doc = 0; doc < rows.Length; doc++)
        {
            ref readonly var post = ref rows[doc];
            if (post.TopicId == 0) continue;

            var profile = new TopicProfile(true, post.SpaceId, post.Begun, post.Kind, StateBits.Of(post, priors.FreshSince));
            if (!numbers.TryGetValue(profile, out var number)) numbers[profile] = number = numbers.Count;
            (Topics[doc], Worths[doc], ProfileOf[doc]) = ((int)post.TopicId, priors.Worth(post), number);
        }

        Profiles = [.. numbers.OrderBy(known => known.Value).Select(known => known.Key)];
    }

    public int Day { get; }

    /// <summary>By document number; 0 for a person.</summary>
    public int[] Topics { get; }

    /// <summary>What a post's score is multiplied by.</summary>
    public float[] Worths { get; }

    /// <summary>By document number, a place in <see cref="Profiles"/>.</summary>
    public int[] ProfileOf { get; }

    /// <summary>The first is that of what is no post.</summary>
    public TopicProfile[] Profiles { get; }
}

/// <summary>What readers choose topics by, except tags and authors.</summary>
readonly record struct TopicProfile(bool IsPost, long SpaceId, short Begun, byte Kind, int States);
