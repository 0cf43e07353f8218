namespace Community.Tests.Text;

/// <summary>Examples that come out otherwise on purpose: number and reason.</summary>
static class ConformanceExceptions
{
    const string RawHtml = "HTML is shown as text";
    const string BareAddress = "bare addresses are links";

    static readonly int[] WithHtml =
    [
        21, 31, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 642, 643,
        .. Enumerable.Range(148, 20), .. Enumerable.Range(169, 23),
        613, 614, 615, 616, 617, 619, 623, 625, 626, 627, 628, 629, 630, 631,
    ];

    public static IReadOnlyDictionary<int, string> CommonMark { get; } = new Dictionary<int, string>(WithHtml.Select(n => KeyValuePair.Create(n, RawHtml)))
    {
        [64] = "#hashtag is a tag",
        [608] = BareAddress,
        [611] = BareAddress,
    };

    public static IReadOnlyDictionary<int, string> GitHub { get; } = new Dictionary<int, string>
    {
        [7] = "a table whose rule is shorter than its head is still a table",
        [17] = "one tilde is a tilde: about ~5 and ~6",
        [18] = "one tilde is a tilde; five strike through as two and two",
        [19] = "a bare mail address is text, and www. is https",
        [20] = "the example expects anything but a crash",
        [22] = RawHtml,
        [23] = "the number of a footnote stands within its link, and notes in an element of their own",
        [24] = "www. is https",
        [25] = "www. is https",
    };
}
