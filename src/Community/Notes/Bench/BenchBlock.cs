using Community.Topics;

namespace Community.Notes.Bench;

/// <summary>A piece of the note on the bench: a passage as its distiller words it, or the distiller's own.</summary>
public sealed class BenchBlock
{
    BenchBlock()
    {
    }

    public BenchBlock(long personId, int section, int order, string text, long? passageId)
    {
        PersonId = personId;
        (Section, Order) = (section, order);
        PassageId = passageId;
        Write(text);
    }

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    /// <summary>Its place in <see cref="BenchNote.Sections"/>.</summary>
    public int Section { get; private set; }

    /// <summary>In its section.</summary>
    public int Order { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>What it was made of; null for one's own words.</summary>
    public long? PassageId { get; private set; }

    public void Write(string text)
    {
        if (text.Length > PostText.MaxLength) throw new RefusedException(Refusal.Invalid, "The text has {0} characters; at most {1} fit. Split it into two posts.", text.Length, PostText.MaxLength) { Field = "Body" };

        Text = text.Trim();
    }

    public void Place(int section, int order) => (Section, Order) = (section, order);
}
