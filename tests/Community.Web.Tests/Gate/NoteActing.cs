using Community.Governance;
using Community.Notes.Combining;
using Community.Notes.Paths;
using Community.Notes.Refining;
using Community.Reports;
using Community.Topics;
using Community.Trials;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Gate;

/// <summary>Acts on practice notes and what stands beside them, each on a note of its own: the author wrote it, the member suggested, reported and asked.</summary>
sealed class NoteActing(GateVillage village, Tier tier)
{
    const string Body = "Begin with the spine.\n\nPress it for a day.";

    string Space => GateVillage.Spaces[(int)tier];

    string Elsewhere => GateVillage.Spaces[tier == Tier.Public ? 1 : 3];

    /// <summary>What the form of a page sends.</summary>
    public async Task<Acting> Of(string act)
    {
        var note = await Note("To be kept");
        var opening = await village.Opening(note);
        var (author, member) = (village.IdOf("author"), village.IdOf("member"));
        return act switch
        {
            "take to the bench" => new("/bench/passages", [("PostId", $"{opening}")], ("POST", "bench/passages", new { postId = opening })),
            "suggest" => new($"/posts/{opening}/suggest", [("Body", Body + "\n\nDry."), ("Reason", "It split."), ("BaseRevision", "1")], ("POST", $"notes/{note}/suggestions", new { body = Body + "\n\nDry.", reason = "It split." })),
            "take a suggestion" => await Suggested("/suggestions/{0}", ("PUT", "decision", new { accept = true }), ("Act", "all")),
            "decline a suggestion" => await Suggested("/suggestions/{0}", ("PUT", "decision", new { accept = false, word = "No." }), ("Act", "decline"), ("Word", "No.")),
            "take a suggestion back" => await Suggested("/suggestions/{0}/take-back", ("DELETE", "", null)),
            "check" => new($"/topics/{note}/check", [("word", "Looked.")], ("POST", $"notes/{note}/checks", new { word = "Looked." })),
            "say still true" => new($"/topics/{note}/still-true", [("answer", "Yes")]),
            "outdate" => new($"/topics/{note}/outdate", [("reason", "The system went.")]),
            "dispute" => new($"/topics/{note}/dispute", [("one", "Gate Member"), ("oneText", "It splits."), ("oneLink", $"/posts/{opening}"), ("other", "Gate Author"), ("otherText", "It holds."), ("otherLink", $"/posts/{opening}")]),
            "hand over" => new($"/topics/{note}/hand-over", [("person", "Gate Member"), ("why", "I change desks.")]),
            "choose the review" => new($"/topics/{note}/review", [("months", "6")]),
            "merge" => new($"/notes/{note}/merge", [("ParentId", $"{await Note("To be merged into")}"), ("Title", "Both"), ("Body", Body), ("Summary", "They say the same."), ("BaseRevision", "1"), ("SourceRevision", "1")]),
            "undo a merge" => new($"/notes/{await Merged(note)}/merge/undo", [("reason", "They do not.")]),
            "write a variant" => new($"/notes/{note}/variant", [("Space", Space), ("Title", "At Law"), ("Body", Body), ("Summary", "At Law")]),
            "loosen a variant" => new($"/notes/{await village.Verb<MakeVariant>().Run(author, note, new VariantText(Space, "At Law", Body, [], null, "At Law"))}/variant/loosen", []),
            "list elsewhere" => new($"/notes/{note}/places", [("space", Elsewhere)]),
            "make a path" => new("/paths/new", [("Space", Space), ("Title", "First week"), ("Lead", "What to read.")]),
            "add a station" => new($"/paths/keep/{await Path()}/stations", [("What", $"/notes/{note}"), ("Why", "To begin with.")]),
            "mark a station" => await Station(note),
            "choose a buddy" => new("/paths/buddies", [("buddy", "Gate Member")]),
            "keep a template" => new($"/spaces/{Space}/templates", [("Name", $"For {Guid.NewGuid():N}"[..20]), ("Text", "## Steps")]),
            "observe a trial" => new($"/trials/{await Trial(author)}/observations", [("Seen", "Worked"), ("Line", "It held.")]),
            "decide a trial" => new($"/trials/{await Trial(author)}/decide", [("Outcome", "Abandoned"), ("Reason", "It did not hold.")]),
            "take a report back" => await Reported(opening, member, id => new($"/reports/{id}/take-back", [], ("DELETE", $"reports/{id}", null))),
            "dismiss a task" => await Task(opening, member),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No such act."),
        };

        async Task<Acting> Suggested(string path, (string Method, string Path, object? Body) call, params (string Name, string Value)[] fields)
        {
            var id = await village.Verb<SuggestChange>().Run(member, note, 1, Body + "\n\nDry it.", "It split.");
            return new Acting(path.Replace("{0}", $"{id}", StringComparison.Ordinal), fields, (call.Method, $"suggestions/{id}/{call.Path}".TrimEnd('/'), call.Body));
        }
    }

    Task<long> Note(string title) => village.Verb<StartTopic>().Run(village.IdOf("author"), Space, TopicKind.Note, title, Body, []);

    async Task<long> Merged(long note)
    {
        await village.Verb<MergeNotes>().Run(village.IdOf("author"), note, await Note("Merged into"), 1, new Edit(Body, null, 1), "The same.");
        return note;
    }

    Task<long> Path() => village.Verb<MakePath>().Run(village.IdOf("author"), Space, "First week", "What to read.");

    async Task<Acting> Station(long note)
    {
        var path = await Path();
        var station = await village.Verb<AddStation>().Run(village.IdOf("author"), path, note, null, "To begin with.");
        return new Acting($"/paths/stations/{station}/progress", [("mark", "read"), ("on", "true")], ("PUT", $"paths/{path}/stations/{station}/progress", new { read = true }));
    }

    Task<long> Trial(long owner)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return village.Verb<StartTrial>().Run(owner, Space, TrialText.Of("Wheat paste", "On two volumes.", "", "", today, today.AddDays(30), today, [], null));
    }

    async Task<Acting> Reported(long opening, long by, Func<long, Acting> acting) => acting(await village.Verb<ReportPost>().Run(by, opening, ReportOutcome.Failed, "", null, "It split."));

    async Task<Acting> Task(long opening, long by)
    {
        var report = await village.Verb<ReportPost>().Run(by, opening, ReportOutcome.Failed, "", null, "It split.");
        return new Acting($"/tasks/{await village.Site.Store.Read(db => db.RefinementTasks.Where(t => t.ReportId == report).Select(t => t.Id).SingleAsync())}/dismiss", [("reason", "Another paper.")]);
    }
}
