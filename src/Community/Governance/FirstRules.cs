namespace Community.Governance;

/// <summary>The rules that every institution begins with, until it writes its own.</summary>
static class FirstRules
{
    public static IEnumerable<object> Rows { get; } =
    [
        Row(1, "Readers stay unnamed", "What a reader borrowed, asked or did is told without anything by which the reader could be known.", ReasonClass.Privacy),
        Row(2, "Colleagues are spoken of fairly", "Criticise the work, never the person. No insult, no mockery, nothing of somebody’s private life.", ReasonClass.Conduct),
        Row(3, "What is confidential stays inside", "Running tenders, contracts, staff matters and access data are not written down here.", ReasonClass.Confidential),
        Row(4, "The work of others is quoted, not copied", "Quote as much as you need and say where it is from; whole texts and pictures only with permission.", ReasonClass.Copyright),
        Row(5, "Nobody speaks for the institution unasked", "Say what is your own view. What sounds like a decision of the institution is one, or is not written.", ReasonClass.Misleading),
        Row(6, "Everything has its place", "What is off the subject, advertising, or said twice is taken out of the way of those who read.", ReasonClass.Order),
        Row(7, "The law goes first", "What a law, a court or an authority orders to be erased is erased, by two people.", ReasonClass.Legal),
    ];

    static object Row(int number, string name, string text, ReasonClass reason) => new { Id = (long)number, Number = number, Name = name, Text = text, Reason = reason, RetiredAt = (DateTime?)null };
}
