using Community.Experts;
using Community.Questions;
using Community.Questions.Asking;
using Community.Tests.Search;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Experts;

/// <summary>"Not me, ask Y" teaches who knows.</summary>
public sealed class ReferralEvidenceTests
{
    [Fact]
    public async Task Who_is_named_is_found_and_who_said_not_me_comes_later()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var thread = await village.Begin(TopicKind.Thread, "Customs forms", "<p>Which customs forms go into the parcel?</p>", by: village.Hana);
        await village.Reply(thread.Id, "Customs forms: the green one.", village.Jonas);
        await village.Reply(thread.Id, "Customs forms: the white one.", village.Rosa);
        var question = await village.Begin(TopicKind.Question, "Customs forms for Norway", "<p>Which customs forms?</p>", by: village.Hana);
        await village.CatchUp();
        var before = await village.WhoKnows("customs forms", village.Hana);
        Assert.DoesNotContain(before, person => person.Id == village.Marta);
        var (jonas, rosa) = (before.Single(p => p.Id == village.Jonas).Score, before.Single(p => p.Id == village.Rosa).Score);

        await village.Alter(async db =>
        {
            var invitation = new Invitation(await db.Topics.SingleAsync(t => t.Id == question.Id), village.Jonas, null, isReferred: false, isQuiet: false, DateTime.UtcNow);
            invitation.Decline(isForMe: false, village.Marta, DateTime.UtcNow);
            db.Invitations.Add(invitation);
            await db.SaveChangesAsync();
        });
        var after = await village.WhoKnows("customs forms", village.Hana);

        var evidence = Assert.Single(after.Single(person => person.Id == village.Marta).Evidence);
        Assert.Equal((EvidenceKind.Named, "named by somebody who was asked", question.Id), (evidence.Kind, evidence.Why, evidence.TopicId));
        Assert.True(after.FirstOrDefault(person => person.Id == village.Jonas) is not { } still || still.Score < jonas * 0.9 && still.Evidence.All(one => one.Kind != EvidenceKind.NotMe));
        Assert.Equal(rosa, after.Single(p => p.Id == village.Rosa).Score, 3);
        Assert.DoesNotContain(await village.WhoKnows("parcel", village.Hana), person => person.Id == village.Marta);
    }
}
