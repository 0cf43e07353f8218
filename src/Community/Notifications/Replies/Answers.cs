namespace Community.Notifications.Replies;

/// <summary>Quotations that words of the writer's follow: what is answered stays, its introduction and the letter's own frame go.</summary>
static class Answers
{
    /// <returns>Whether something went.</returns>
    public static bool Clear(List<MailLine> lines, LetterSigns signs)
    {
        var kept = new List<MailLine>(lines.Count);
        var isCleared = false;
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i] is { Depth: 0 } or { IsCode: true })
            {
                if (lines[i].Text == ReplyHtml.Attribution) isCleared = true;
                else if (kept.Count > 0 || !lines[i].IsBlank) kept.Add(lines[i]);
                i++;
                continue;
            }

            var end = i;
            while (end < lines.Count && lines[end] is { Depth: > 0, IsCode: false }) end++;
            isCleared |= DropIntroduction(kept, signs);
            var isFirst = kept.Count == 0;
            var block = Block(lines.GetRange(i, end - i), signs, isFirst);
            isCleared |= block.Count < end - i;
            kept.AddRange(block);
            i = end;
        }

        lines.Clear();
        lines.AddRange(kept);
        return isCleared;
    }

    static bool DropIntroduction(List<MailLine> kept, LetterSigns signs)
    {
        var last = kept.Count - 1;
        while (last >= 0 && kept.Count - last < 3 && kept[last].IsBlank) last--;
        if (last < 0) return false;

        var found = Attribution.Find(kept, last, signs);
        var isFirst = found.Start == 0;
        if (found.Kind is AttributionKind.None or AttributionKind.Verb || !isFirst && found.Kind != AttributionKind.Ours) return false;

        kept.RemoveRange(found.Start, kept.Count - found.Start);
        return true;
    }

    static List<MailLine> Block(List<MailLine> block, LetterSigns signs, bool isFirst)
    {
        var start = 0;
        for (var i = 0; i < block.Count; i++)
        {
            if (signs.TopLines(block, i) is var count and > 0) start = i + count;
        }

        // Where the letter is a table, its head is a row of it.
        if (start > 0 && block[start - 1].Text.StartsWith('|'))
        {
            while (start < block.Count && block[start].Text.StartsWith('|')) start++;
        }

        if (isFirst && IsWhole(block, start, signs)) return [];

        // Some programs quote the introduction with the rest.
        for (var i = start; i < Math.Min(block.Count, start + 4); i++)
        {
            if (block[i].Text == ReplyHtml.Attribution || Attribution.Find(block, i, signs) is { Kind: not (AttributionKind.None or AttributionKind.Verb) } found && found.Start == start && isFirst) start = i + 1;
        }

        while (start < block.Count && block[start].IsBlank) start++;
        var end = block.Count;
        while (end > start && block[end - 1].IsBlank) end--;
        return block.GetRange(start, end - start).FindAll(line => line.Text != ReplyHtml.Attribution);
    }

    /// <summary>The letter from its top to its foot, with all of the answer below.</summary>
    static bool IsWhole(List<MailLine> block, int start, LetterSigns signs)
    {
        var ending = block.Where(line => !line.IsBlank).TakeLast(6).ToList();
        return ending.Any(signs.IsFoot) || start > 0 && ending.Any(signs.HasSite);
    }
}
