namespace Community.Search;

/// <summary>
/// A segment's posts as a search goes through them, on one day: what it asks of every post that fits lies in a few bytes beside each other, so that it seldom waits for memory. What is the
/// same for many topics is a profile, which a search judges once.
/// </summary>
sealed class SegmentDay
{
    public SegmentDay(SegmentPosts posts, Priors priors)
    {
        Day = priors.Day;
        var rows = posts.Rows;
        (Posts, Times) = (new PostToday[rows.Length], new float[rows.Length]);
        var numbers = new Dictionary<TopicProfile, int> { [default] = 0 };
        var outlines = new Dictionary<TopicOutline, int> { [default] = 0 };
        for (var doc = 0; doc < rows.Length; doc++)
        {
            ref readonly var post = ref rows[doc];
            if (post.TopicId == 0) continue;

            var profile = new TopicProfile(true, post.SpaceId, post.Begun, post.Kind, StateBits.Of(post, priors.Day));
            if (!numbers.TryGetValue(profile, out var number)) numbers[profile] = number = numbers.Count;
            var outline = new TopicOutline(number, post.Tags);
            if (!outlines.TryGetValue(outline, out var place)) outlines[outline] = place = outlines.Count;
            Posts[doc] = new PostToday((int)post.TopicId, (int)post.AuthorId, place, priors.Worth(post, posts.Reports.GetValueOrDefault(doc)));
            Times[doc] = post.At / TimeSpan.TicksPerSecond;
            (LastTopic, LastAuthor) = (Math.Max(LastTopic, (int)post.TopicId), Math.Max(LastAuthor, (int)post.AuthorId));
        }

        Profiles = [.. numbers.OrderBy(known => known.Value).Select(known => known.Key)];
        Outlines = [.. outlines.OrderBy(known => known.Value).Select(known => known.Key)];
    }

    public int Day { get; }

    /// <summary>Copies what is known of documents, one after the other without asking anything between: so the memory is waited for once.</summary>
    public void Read(ReadOnlySpan<int> docs, Span<PostToday> posts)
    {
        for (var i = 0; i < posts.Length; i++) posts[i] = Posts[docs[i]];
    }

    /// <summary>The same for what is known of their topics.</summary>
    public void Read(ReadOnlySpan<PostRun> runs, ReadOnlySpan<PostToday> posts, Span<TopicOutline> outlines)
    {
        for (var i = 0; i < runs.Length; i++) outlines[i] = Outlines[posts[runs[i].Best].Outline];
    }

    /// <summary>By document number.</summary>
    public PostToday[] Posts { get; }

    /// <summary>By document number: when it was written, in seconds, as far as a float tells them apart.</summary>
    public float[] Times { get; }

    /// <summary>The first is that of what is no post.</summary>
    public TopicOutline[] Outlines { get; }

    /// <summary>The first is that of what is no post.</summary>
    public TopicProfile[] Profiles { get; }

    /// <summary>The highest id of a topic.</summary>
    public int LastTopic { get; }

    /// <summary>The highest id of an author.</summary>
    public int LastAuthor { get; }
}

/// <summary>A post on one day.</summary>
/// <param name="TopicId">0 for a person.</param>
/// <param name="Outline">A place in <see cref="SegmentDay.Outlines"/>; the same for all posts of a topic.</param>
/// <param name="Worth">What its score is multiplied by.</param>
readonly record struct PostToday(int TopicId, int AuthorId, int Outline, float Worth);

/// <summary>What a search asks of a topic.</summary>
/// <param name="Profile">A place in <see cref="SegmentDay.Profiles"/>.</param>
/// <param name="Tags">A place in <see cref="SegmentPosts.TagLists"/>.</param>
readonly record struct TopicOutline(int Profile, int Tags);

/// <summary>What readers choose topics by, except tags and authors.</summary>
readonly record struct TopicProfile(bool IsPost, long SpaceId, short Begun, byte Kind, int States);
