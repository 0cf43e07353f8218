using System.Text.Json;
using Community.Notes.Bench;
using Community.Notes.Care;
using Community.Notes.Combining;
using Community.Notes.Lineage;
using Community.Notes.Paths;
using Community.Notes.Refining;
using Community.Notes.Writing;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer.Archives;

/// <summary>What stands beside practice notes is in the archive, too; what is one person's own, or was taken back, is not.</summary>
public sealed class NoteExportTests(Village village) : IClassFixture<Village>, IDisposable
{
    const string Stays = "Press the joint under lead for a whole night before you trim it.";
    const string Goes = "Keep canary under the weights for three days and turn it twice.";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-export");

    [Fact]
    public async Task Sources_suggestions_checks_variants_and_paths_are_rows_of_their_own()
    {
        var (note, source, gone) = await Distilled();
        var suggestion = await village.Verb<SuggestChange>().Run(village.Colleague, note, 1, $"{Stays}\n\n{Goes}\n\nAnd label it.", "It was not labelled.");
        var back = await village.Verb<SuggestChange>().Run(village.Colleague, note, 1, $"{Stays}\n\n{Goes}\n\ncanary-back", "Never mind.");
        await village.Verb<TakeSuggestionBack>().Run(village.Colleague, back);
        await village.Verb<CheckNote>().Run(village.Writer, note, "Looked at it.");
        var variant = await village.Verb<MakeVariant>().Run(village.Writer, note, new VariantText(Village.Institution, "At Law", "Otherwise.", [], null, "At Law"));
        await village.Verb<PlaceNote>().Run(village.Writer, note, Village.Public, placed: true);
        var path = await village.Verb<MakePath>().Run(village.Writer, Village.Institution, "First week", "What to read.");
        var station = await village.Verb<AddStation>().Run(village.Writer, path, note, null, "To begin with.");
        await village.Verb<MarkStation>().Run(village.Member, path, station, read: true);
        await village.Verb<KeepTemplate>().Run(village.Steward, Village.Institution, null, "For a tool", "## Steps");
        await village.Verb<AddToBench>().Run(village.Member, source, null);
        await village.Verb<WithdrawPost>().Run(village.Member, gone);

        var archive = await Exported();

        Assert.Equal([(note, source)], archive.Rows("noteSources").Select(row => (Id(row, "noteId"), Id(row, "postId"))));
        var suggested = Assert.Single(archive.Rows("suggestions"));
        Assert.Equal((suggestion, village.Colleague, "open", "It was not labelled."), (Id(suggested, "id"), Id(suggested, "authorId"), suggested.GetProperty("state").GetString(), suggested.GetProperty("reason").GetString()));
        Assert.Contains("And label it.", suggested.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Equal("Looked at it.", Assert.Single(archive.Rows("noteChecks")).GetProperty("word").GetString());
        Assert.Equal((variant, note), archive.Rows("noteVariants").Select(row => (Id(row, "noteId"), Id(row, "baseId"))).Single());
        Assert.Equal(note, Id(Assert.Single(archive.Rows("notePlacements")), "noteId"));
        Assert.Equal((path, "First week"), archive.Rows("paths").Select(row => (Id(row, "id"), row.GetProperty("title").GetString())).Single());
        Assert.Equal((path, note, "To begin with."), archive.Rows("pathStations").Select(row => (Id(row, "pathId"), Id(row, "topicId"), row.GetProperty("why").GetString())).Single());
        Assert.Equal("For a tool", Assert.Single(archive.Rows("noteTemplates")).GetProperty("name").GetString());
        Assert.All(archive.Files, file => Assert.DoesNotContain("canary", file.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(archive.Files.Keys, name => name.Contains("bench", StringComparison.OrdinalIgnoreCase) || name.Contains("progress", StringComparison.OrdinalIgnoreCase));
    }

    async Task<(long Note, long Source, long Gone)> Distilled()
    {
        var thread = await village.Start(village.Writer, body: "How do we press?");
        var (source, gone) = (await village.Add(village.Member, thread, Part.Reply, body: Stays), await village.Add(village.Member, thread, Part.Reply, body: Goes));
        foreach (var post in new[] { source, gone }) await village.Verb<PutPassages>().Run(village.Writer, [await village.Verb<AddToBench>().Run(village.Writer, post, null)], 0);
        await village.Verb<KeepBench>().Run(village.Writer, new BenchDraft("Pressing", "", Village.Institution, "", [], new Dictionary<long, string>()));
        return (await village.Verb<PublishBench>().Run(village.Writer), source, gone);
    }

    async Task<ExportedArchive> Exported()
    {
        var take = new TakeOutPassages(village.Store, village.Clock);
        while (await take.Step(default))
        {
        }

        return await ExportedArchive.Of(village, folder);
    }

    static long Id(JsonElement row, string name) => row.GetProperty(name).GetInt64();

    public void Dispose() => folder.Delete(recursive: true);
}
