namespace Community.Notes.Bench;

/// <summary>What a note that others can work from says. Experienced people leave the later ones out.</summary>
public static class NoteSkeleton
{
    public static IReadOnlyList<string> Headings { get; } =
        ["The steps", "Where it needs judgement", "What a newcomer misses", "What goes wrong, and how you see it", "When the official way fails", "Whom to ask"];
}
