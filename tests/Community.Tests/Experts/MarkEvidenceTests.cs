using Community.Experts;
using Community.Questions.Answering;
using Community.Tests.Search;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Experts;

/// <summary>That an answer also worked speaks for who wrote it, and a little for whom it worked.</summary>
public sealed class MarkEvidenceTests
{
    [Fact]
    public async Task A_mark_raises_the_answer_and_shows_a_little_of_who_made_it()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var question = await village.Begin(TopicKind.Question, "Customs forms for Norway", "<p>Which customs forms?</p>", by: village.Hana);
        var answer = await village.Reply(question.Id, "Customs forms: the green one.", village.Jonas);
        await village.CatchUp();
        var before = (await village.WhoKnows("customs forms", village.Hana)).Single(p => p.Id == village.Jonas).Score;

        await village.Alter(async db =>
        {
            var post = await db.Posts.Include(p => p.Topic).SingleAsync(p => p.TopicId == question.Id && p.Part == Part.Answer);
            db.HelpfulMarks.Add(new HelpfulMark(post, village.Marta, DateTime.UtcNow));
            await db.SaveChangesAsync();
        });
        var after = await village.WhoKnows("customs forms", village.Hana);

        Assert.True(after.Single(p => p.Id == village.Jonas).Score > before);
        var marta = after.Single(p => p.Id == village.Marta);
        Assert.Equal((EvidenceKind.Helped, "an answer worked for them, too"), (Assert.Single(marta.Evidence).Kind, marta.Evidence[0].Why));
        Assert.True(marta.Score < after.Single(p => p.Id == village.Jonas).Score / 4);
    }
}
