namespace Community.Notifications.Replies;

/// <param name="IsCut">Something was known as quoted.</param>
/// <param name="IsStructured">HTML says itself what is quoted.</param>
sealed record CutText(string Markdown, bool IsCut, bool IsStructured = false);

/// <summary>Cuts a text to what was written above, below and between the lines of the letter it answers.</summary>
static class ReplyCut
{
    /// <summary>Nobody has more below each other.</summary>
    const int MostSignatures = 8;

    public static CutText Of(string text, LetterSigns signs, bool isHtml = false)
    {
        var lines = MailLines.Of(text, signs);
        var start = LetterStart.In(lines, signs);
        var isCut = start < lines.Count;
        lines.RemoveRange(start, lines.Count - start);

        isCut |= CutTail(lines, signs);
        isCut |= Answers.Clear(lines, signs);
        CutTail(lines, signs);
        return new CutText(MailLines.Write(lines, isHtml), isCut);
    }

    /// <summary>Signatures stand above quotations in some programs, below them in others.</summary>
    static bool CutTail(List<MailLine> lines, LetterSigns signs)
    {
        var (isCut, signatures) = (false, 0);
        while (true)
        {
            while (lines.Count > 0 && lines[^1] is { IsBlank: true, IsCode: false }) lines.RemoveAt(lines.Count - 1);
            if (lines.Count == 0) return isCut;

            if (lines[^1] is { Depth: > 0, IsCode: false })
            {
                CutQuotation(lines, signs);
                isCut = true;
            }
            else if (lines[^1].Text == ReplyHtml.Attribution)
            {
                lines.RemoveAt(lines.Count - 1);
                isCut = true;
            }
            else if (signatures < MostSignatures && Signature.StartIn(lines, signs) is var start and >= 0)
            {
                signatures++;
                lines.RemoveRange(start, lines.Count - start);
            }
            else
            {
                return isCut;
            }
        }
    }

    static void CutQuotation(List<MailLine> lines, LetterSigns signs)
    {
        var end = lines.Count;
        while (end > 0 && !lines[end - 1].IsCode && (lines[end - 1].Depth > 0 || lines[end - 1].IsBlank)) end--;
        lines.RemoveRange(end, lines.Count - end);
        if (end == 0) return;

        var attribution = Attribution.Find(lines, end - 1, signs);
        // Words of the writer's that lead to what they quote have no address and no time, and stay.
        if (attribution.Kind != AttributionKind.None && (attribution.Kind != AttributionKind.Verb || attribution.Start == 0)) lines.RemoveRange(attribution.Start, end - attribution.Start);
    }
}
