using System.Text.Json;
using Community.Questions.Answering;
using Community.Topics;

namespace Community.Tests.Transfer.Archives;

/// <summary>For whom an answer also worked and who else has a question is in the archive; what was taken back or is out of sight is not, nor who took the own name off.</summary>
public sealed class AnswerExportTests(Village village) : IClassFixture<Village>, IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-export");

    [Fact]
    public async Task Marks_and_same_questions_are_rows_of_their_own()
    {
        var topic = await village.Start(village.Colleague, TopicKind.Question);
        var (answer, gone) = (await village.Add(village.Member, topic, Part.Answer), await village.Add(village.Member, topic, Part.Answer));
        foreach (var person in new[] { village.Writer, village.Colleague, village.Steward }) await village.Verb<MarkHelpful>().Run(person, answer);
        await village.Verb<MarkHelpful>().Run(village.Writer, gone);
        await village.Verb<UnmarkHelpful>().Run(village.Steward, answer);
        await village.Verb<HaveSameQuestion>().Run(village.Writer, topic);
        await village.Verb<WithdrawPost>().Run(village.Member, gone);
        await village.Verb<UnnamePost>().Run(village.Colleague, await village.Opening(topic));

        var archive = await ExportedArchive.Of(village, folder);

        Assert.Equal([(answer, (long?)village.Writer), (answer, null)], archive.Rows("helpfulMarks").Select(row => (row.GetProperty("postId").GetInt64(), Person(row))));
        Assert.Equal([(topic, (long?)village.Writer)], archive.Rows("sameQuestions").Select(row => (row.GetProperty("topicId").GetInt64(), Person(row))));
    }

    static long? Person(JsonElement row) => row.TryGetProperty("personId", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetInt64() : null;

    public void Dispose() => folder.Delete(recursive: true);
}
