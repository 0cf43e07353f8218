using Community.Notes.Care;
using Community.Web.Topics;

namespace Community.Web.Care;

/// <summary>Who keeps a note, until when it counts, and what was done for it.</summary>
/// <param name="Units">Those that could be appointed.</param>
/// <param name="Months">The note's own interval; null takes the space's.</param>
/// <param name="Done">The latest, newest first, at most 50.</param>
/// <param name="Words">What readers said, newest first, at most 50; of a plain yes there is no name.</param>
public sealed record CarePage(TopicHead Head, NoteCareView Care, IReadOnlyList<Named> Units, int? Months, int SpaceMonths, IReadOnlyList<CareStep> Done, IReadOnlyList<ReaderWord> Words, long ReaderId)
{
    /// <summary>What was typed into a form that was refused.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    /// <summary>To choose from, for those who keep the note.</summary>
    public IReadOnlyList<PassageOption> Passages { get; init; } = [];

    /// <summary>The same by the headings that they stand under, in their order.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<PassageOption> Passages)> Parts
    {
        get
        {
            for (var at = 0; at < Passages.Count;)
            {
                List<PassageOption> part = [.. Passages.Skip(at).TakeWhile(option => option.Heading == Passages[at].Heading)];
                yield return (part[0].Heading, part);
                at += part.Count;
            }
        }
    }

    /// <summary>The dispute whose outcome was typed.</summary>
    public long? DisputeId { get; init; }

    public string Of(string field) => Typed.GetValueOrDefault(field, "");
}

/// <summary>What somebody did for a note.</summary>
public enum CareAct { Checked, Outdated, Revived, Appointed, Relieved, HandedOver, Disputed, Settled }

/// <summary>One thing that was done.</summary>
/// <param name="Who">Who was appointed or relieved; empty else.</param>
/// <param name="To">Who got it from them; empty else.</param>
/// <param name="Revision">The revision that was checked; 0 else.</param>
public sealed record CareStep(CareAct Act, Named By, DateTime At, string Word, string Who = "", string To = "", int Revision = 0)
{
    /// <summary>A dispute at one passage.</summary>
    public bool IsOfPassage { get; init; }
}

/// <summary>A reader's word.</summary>
/// <param name="By">Null for a plain yes.</param>
/// <param name="IsOpen">Nobody has answered it, nor its person said something else.</param>
public sealed record ReaderWord(Verdict Answer, Named? By, string Word, DateTime At, bool IsOpen);
