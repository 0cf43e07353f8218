using Community.Search;
using Community.Search.Asked;
using Community.Search.Gaps;
using Community.Search.Saved;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>People search, keep searches and hear of what those find; what is missed they take up.</summary>
sealed class Searching(KeepSearches note, SaveSearch save, TellFinds tell, Missing missing)
{
    const string InTheMorning = "@10:20";

    public void Plan(Plan plan, Library library, IReadOnlyList<Story> stories, Calendar calendar, Cast cast)
    {
        foreach (var sought in library.Sought)
        {
            foreach (var day in Days(sought.Missed)) plan.Add(calendar.Ago(day + InTheMorning), stop => Search(sought.Words, calendar.Ago(day + InTheMorning), isOpened: false, stop));
            foreach (var day in Days(sought.Opened)) plan.Add(calendar.Ago(day + InTheMorning), stop => Search(sought.Words, calendar.Ago(day + InTheMorning), isOpened: true, stop));
            missing.Plan(plan, sought, stories, calendar, cast);
        }

        foreach (var kept in library.Kept)
            plan.Add(calendar.Ago(kept.At), stop => save.Run(cast.Person(kept.By), new SearchRequest(kept.Text, Space: kept.Space), kept.Name, kept.Alerts, stop));
    }

    /// <summary>Notices of what the saved searches found, as of now.</summary>
    public async Task Hear(CancellationToken stop)
    {
        while (await tell.Step(stop))
        {
        }
    }

    Task Search(string words, DateTime at, bool isOpened, CancellationToken stop)
    {
        var text = AskedText.Of(QueryText.Of(words, at)) ?? throw new FormatException($"{words} are no words that are kept.");
        return note.Run([new NotedSearch(text, at.Date, "") { Found = isOpened ? 1 : 0, By = Asker.Staff, Position = isOpened ? 1 : null }], stop);
    }

    static string[] Days(string written) => written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What becomes of a gap.</summary>
sealed class Missing(CommunityStore store, ClaimGap claim, FinishGap finish, DismissGap dismiss)
{
    public void Plan(Plan plan, Sought sought, IReadOnlyList<Story> stories, Calendar calendar, Cast cast)
    {
        if (sought is { ClaimedBy: { } claimer, Claimed: { } claimed })
            plan.Add(calendar.Ago(claimed), async stop => await claim.Run(cast.Person(claimer), await Gap(sought.Words, stop), stop));
        if (sought is { ClaimedBy: { } writer, WrittenIn: { } key, Written: { } written })
            plan.Add(calendar.Ago(written), async stop => await finish.Run(cast.Person(writer), await Gap(sought.Words, stop), cast.Topic(stories.Single(story => story.Key == key)), stop));
        if (sought is { DismissedBy: { } dismisser, Dismissed: { } dismissed, Reason: { } reason })
            plan.Add(calendar.Ago(dismissed), async stop => await dismiss.Run(cast.Person(dismisser), await Gap(sought.Words, stop), reason, stop));
    }

    Task<long> Gap(string words, CancellationToken stop)
    {
        var folded = Folded.Of(words);
        return store.Read(db => db.Gaps.Where(gap => gap.Words == folded).Select(gap => gap.Id).SingleAsync(stop));
    }
}
