using Community.Files;

namespace Community.People;

/// <summary>One size of somebody's picture, a square. There are as many rows as <see cref="Widths"/>, or none: then the initials stand for it.</summary>
public sealed class Face
{
    /// <summary>For lists, for posts and for the person's page, each for sharp screens.</summary>
    public static readonly IReadOnlyList<int> Widths = [64, 128, 320];

    Face()
    {
    }

    internal Face(long personId, DrawnPicture drawn, DateTime at)
    {
        PersonId = personId;
        Width = drawn.Width;
        Hash = drawn.File.Hash;
        At = at;
    }

    public long PersonId { get; private set; }

    public int Width { get; private set; }

    public string Hash { get; private set; } = "";

    public DateTime At { get; private set; }
}
