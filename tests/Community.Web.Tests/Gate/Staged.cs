using Community.Glossary;
using Community.Governance;
using Community.Notes.Paths;
using Community.Playbooks;
using Community.Reports;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Holding;
using Community.Topics.Moderating;
using Community.Trials;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Gate;

/// <summary>One of each kind in a space, so that an address names something that is there: the author's, but for the answer, its report and what is flagged, which are the member's.</summary>
sealed class Staged : IAsyncDisposable
{
    readonly Dictionary<string, long> things = [];
    readonly GateVillage village;

    Staged(GateVillage village, string space, string tag) => (this.village, Space, Tag) = (village, space, tag);

    public string Space { get; }

    public string Tag { get; }

    public static async Task<Staged> In(GateVillage village, Tier tier)
    {
        var thing = village.Things.First(thing => thing.Canary == "quokka" + tier.ToString().ToLowerInvariant());
        var staged = new Staged(village, GateVillage.Spaces[(int)tier], thing.Canary + "-tag") { things = { ["topic"] = thing.TopicId, ["post"] = thing.PostId } };
        await staged.Make();
        return staged;
    }

    /// <summary>What stands in for the number in an address of this template.</summary>
    public long For(string template, Deed deed)
    {
        var first = template.Split('/')[1];
        return things[first switch
        {
            "topics" or "notes" or "questions" when deed.Acts.Intersect([Act.KeepNote, Act.SayStillTrue, Act.ReviseNote]).Any() => "note",
            "topics" or "notes" or "questions" when deed.Acts.Intersect([Act.Accept, Act.SayNeed, Act.HaveQuestion, Act.AnswerWithNote]).Any() => "question",
            "topics" or "notes" or "questions" => "topic",
            "moderation" when template.StartsWith("/moderation/flags", StringComparison.Ordinal) => "flags",
            _ => things.ContainsKey(first) ? first : "post",
        }];
    }

    async Task Make()
    {
        var (author, member, moderator) = (village.IdOf("author"), village.IdOf("member"), village.IdOf("administrator"));
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        things["note"] = await village.Start(Space, "A note of the stage", TopicKind.Note);
        things["question"] = await village.Start(Space, "A question of the stage", TopicKind.Question);
        var answer = await village.Verb<AddPost>().Run(member, things["question"], Part.Answer, null, "An answer of the stage.");
        var report = things["reports"] = await village.Verb<ReportPost>().Run(member, await village.Opening(things["note"]), ReportOutcome.Failed, "", null, "It split.");
        things["tasks"] = await village.Site.Store.Read(db => db.RefinementTasks.Where(t => t.ReportId == report).Select(t => t.Id).SingleAsync());
        things["trials"] = await village.Verb<StartTrial>().Run(author, Space, TrialText.Of("A trial of the stage", "On two volumes.", "", "", today, today.AddDays(30), today, [], null));
        things["terms"] = await village.Verb<AddTerm>().Run(author, Space, TermText.Of($"Stage {Guid.NewGuid():N}"[..20], "Where it is shown.", []));
        things["paths"] = await village.Verb<MakePath>().Run(author, Space, $"Path {Guid.NewGuid():N}"[..20], "What to read.");
        things["playbooks"] = await village.Verb<MakePlaybook>().Run(moderator, new PlaybookTerms(Scenario.Complaint, null, "For the stage", "When it is shown.", moderator, [new StepTerms("Thank them.", Doer.Owner, 4)], "Thank you.", null, 8));
        things["flags"] = await village.Verb<FlagPost>().Run(author, answer, ReasonClass.Order, "A word.");
        things["submissions"] = await Waiting(author);
    }

    /// <summary>A reply of the author's that waits; the rule that held it is gone.</summary>
    async Task<long> Waiting(long author)
    {
        var space = await village.Site.Store.Read(db => db.Spaces.Where(s => s.Slug == Space).Select(s => s.Id).SingleAsync());
        var rule = await village.Verb<KeepApprovalRule>().Run(null, null, new ApprovalTerms("Of the stage", "To be shown.", null, space, null, null, false, false, false, 4, null));
        var held = await Assert.ThrowsAsync<HeldException>(() => village.Verb<AddPost>().Run(author, things["topic"], Part.Reply, null, "A reply of the stage."));
        await village.Verb<EndApprovalRule>().Run(null, rule);
        return held.SubmissionId;
    }

    /// <summary>Nothing waits after it.</summary>
    public async ValueTask DisposeAsync() => await village.Verb<UndoSubmission>().Run(village.IdOf("author"), things["submissions"]);
}
