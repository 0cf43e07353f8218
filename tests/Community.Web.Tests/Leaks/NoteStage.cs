using System.Globalization;
using Community.Governance;
using Community.Notes.Bench;
using Community.Notes.Combining;
using Community.Notes.Paths;
using Community.Notes.Refining;
using Community.Spaces;
using Community.Topics;
using Community.Trials;
using Community.Web.Tests.Gate;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Leaks;

/// <summary>A note that all the world reads, and around it what not everybody may: sources, variant, trial and links in a closed space, a suggestion, a passage that was taken back.</summary>
public sealed class NoteStage : IAsyncLifetime
{
    const string Title = "Binding what is torn";
    const string Pasted = "Paste the joint before you press it, and wait a whole night.";
    const string Kept = "Keep wombatgone under the lead for three days and turn it twice.";

    const string Readers = "o-ooo-o--";

    readonly Dictionary<string, string> words = new() { ["wombatgone"] = "---------" };
    readonly Dictionary<string, long> places = [];

    public GateVillage Gate { get; } = new();

    /// <summary>The words that not everybody may read, each with the roles that may: o, in the order of <see cref="GateVillage.Roles"/>.</summary>
    public IReadOnlyDictionary<string, string> Words => words;

    static string Closed => GateVillage.Spaces[(int)Tier.Unit];

    static string Open => GateVillage.Spaces[(int)Tier.Public];

    long Author => Gate.IdOf("author");

    public static bool IsFor(string readers, string role) => readers[GateVillage.Roles.ToList().IndexOf(role)] == 'o';

    /// <summary>With the ids of the stage in its places.</summary>
    public string Address(string template) => places.Aggregate(template, (text, place) => text.Replace("{" + place.Key + "}", place.Value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        await Gate.InitializeAsync();
        await MakeNote();
        await Suggest();
        await Surround();
        await Merge();
        await Gate.Quiet();
    }

    async Task MakeNote()
    {
        var insider = await Gate.Site.Person("Ilse Wombatauthor");
        await Gate.Verb<EnrolPerson>().Run(Gate.IdOf("administrator"), Closed, insider, false);
        var source = await Gate.Opening(await Gate.Verb<StartTopic>().Run(insider, Closed, TopicKind.Thread, Hidden("wombatsource"), $"{Pasted}\n\nAlso {Hidden("wombatrest")}.", []));
        Hidden("wombatauthor");
        var thread = await Gate.Start(Open, "Pressing");
        var teller = await Gate.Site.Person("Tilda Teller");
        var gone = await Gate.Verb<AddPost>().Run(teller, thread, Part.Reply, null, Kept);
        var note = await Distil(Title, Open, (source, Pasted), (gone, null));
        var into = await Distil(Hidden("wombatinto"), Closed, (await Gate.Opening(thread), null));
        await Gate.Verb<WithdrawPost>().Run(teller, gone);
        await Gate.Quiet();
        (places["note"], places["opening"], places["source"], places["thread"], places["gone"], places["into"]) = (note, await Gate.Opening(note), source, thread, gone, into);
    }

    async Task<long> Distil(string title, string space, params (long PostId, string? Words)[] passages)
    {
        foreach (var (postId, said) in passages)
            await Gate.Verb<PutPassages>().Run(Author, [await Gate.Verb<AddToBench>().Run(Author, postId, said)], 0);
        await Gate.Verb<KeepBench>().Run(Author, new BenchDraft(title, "So that it holds.", space, "", [], new Dictionary<long, string>()));
        return await Gate.Verb<PublishBench>().Run(Author);
    }

    /// <summary>One that was written with the words that were taken back since, and a passage on the member's bench.</summary>
    async Task Suggest()
    {
        var (text, number) = await Newest();
        places["suggestion"] = await Gate.Verb<SuggestChange>().Run(Gate.IdOf("member"), places["note"], number, $"{text}\n\nAnd wombatsuggested.\n\n{Kept}", "Because of wombatreason.");
        words["wombatsuggested"] = words["wombatreason"] = "o-ooo----";
        await Gate.Verb<AddToBench>().Run(Gate.IdOf("member"), await Gate.Opening(await Gate.Verb<StartTopic>().Run(Author, Closed, TopicKind.Thread, Hidden("wombatbench"), "Take it.", [])), null);
    }

    async Task Surround()
    {
        places["variant"] = await Gate.Verb<MakeVariant>().Run(Author, places["note"], new VariantText(Closed, Hidden("wombatvariant"), $"With {Hidden("wombatdifference")}.", [], null, Hidden("wombatbranch")));
        await Gate.Verb<StartTopic>().Run(Author, Closed, TopicKind.Thread, Hidden("wombatlinking"), $"As [[{Title}]] says, but for [[{Hidden("wombatwanted")}]].", []);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        places["trial"] = await Gate.Verb<StartTrial>().Run(Author, Closed, TrialText.Of(Hidden("wombattrial"), "", "", "", today, today.AddDays(9), today, [], places["note"]));
        places["path"] = await Gate.Verb<MakePath>().Run(Author, Open, "First week", "What to read.");
        await Gate.Verb<AddStation>().Run(Author, places["path"], places["note"], null, "To begin with.");
        await Gate.Verb<AddStation>().Run(Author, places["path"], await Gate.Verb<StartTopic>().Run(Author, Closed, TopicKind.Note, Hidden("wombatstation"), "Inside.", []), null, $"For {Hidden("wombatwhy")}.");
    }

    /// <summary>By the form: the page says what the revision is called.</summary>
    async Task Merge()
    {
        var source = places["merged"] = await Gate.Verb<StartTopic>().Run(Author, Closed, TopicKind.Note, Hidden("wombatmerged"), "So that it holds.", []);
        var (text, number) = await Newest();
        var done = await Gate["author"].PostBare($"/notes/{source}/merge", [("ParentId", $"{places["note"]}"), ("Title", Title), ("Body", text + "\n\nThis holds for both."), ("Summary", "They say the same."), ("BaseRevision", $"{number}"), ("SourceRevision", "1"), ("__RequestVerificationToken", await Gate.Token("author"))]);
        Assert.Equal(303, (int)done.StatusCode);
    }

    async Task<(string Text, int Number)> Newest()
    {
        var opening = places["opening"];
        var newest = await Gate.Site.Store.Read(db => db.Revisions.Where(r => r.PostId == opening).OrderByDescending(r => r.Number).Select(r => new { r.Source, r.Number }).FirstAsync());
        return (newest.Source, newest.Number);
    }

    string Hidden(string word)
    {
        words[word] = Readers;
        return word;
    }

    public ValueTask DisposeAsync() => Gate.DisposeAsync();
}
