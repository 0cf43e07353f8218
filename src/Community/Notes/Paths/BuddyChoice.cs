namespace Community.Notes.Paths;

/// <summary>That somebody shows how far they are to one colleague. The row is the right: with its end nothing is shown any more.</summary>
public sealed class BuddyChoice
{
    BuddyChoice()
    {
    }

    public BuddyChoice(long personId, long buddyId, DateTime now) => (PersonId, BuddyId, At) = (personId, buddyId, now);

    public long PersonId { get; private set; }

    public long BuddyId { get; private set; }

    public DateTime At { get; private set; }
}
