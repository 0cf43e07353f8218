namespace Community.Text;

/// <summary>A list that keeps each entry once, at its first place.</summary>
sealed class Unique<T> : List<T>
{
    readonly HashSet<T> seen = [];

    public new void Add(T entry)
    {
        if (seen.Add(entry)) base.Add(entry);
    }
}
