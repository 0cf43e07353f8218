using Community.Notes.Lineage;
using Community.Topics;

namespace Community.Notes.Bench;

/// <summary>What somebody took from a post to make practice of it. Only that person sees it.</summary>
public sealed class BenchPassage
{
    public const int MostOnBench = 100;

    BenchPassage()
    {
    }

    public BenchPassage(long personId, Post post, string text, DateTime at)
    {
        PersonId = personId;
        PostId = post.Id;
        RevisionNumber = post.RevisionNumber;
        Text = text.Length <= LineageTie.MaxQuoteLength ? text : text[..LineageTie.MaxQuoteLength];
        At = at;
    }

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    /// <summary>The revision that it stood in.</summary>
    public int RevisionNumber { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }
}
