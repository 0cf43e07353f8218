namespace Community.Questions.Promise;

/// <summary>A day on which nobody works: in one space, or in the whole institution.</summary>
public sealed class Holiday
{
    public const int MaxNameLength = 100;
    public const int MostOfOne = 400;

    Holiday()
    {
    }

    /// <param name="spaceId">Null for the whole institution.</param>
    public Holiday(long? spaceId, DateOnly day, string name)
    {
        if (name.Length > MaxNameLength) throw new RefusedException(Refusal.Invalid, "The name of a holiday has at most {0} characters.", MaxNameLength) { Field = "Holidays" };
        (SpaceId, Day, Name) = (spaceId, day, name);
    }

    public long Id { get; private set; }

    public long? SpaceId { get; private set; }

    public DateOnly Day { get; private set; }

    public string Name { get; private set; } = "";
}
