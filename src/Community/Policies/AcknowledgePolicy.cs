using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Policies;

/// <summary>Somebody says that they know the version that is in force. Where it has scenarios, they have to be answered as the policy says; what was answered otherwise is not kept.</summary>
public sealed class AcknowledgePolicy(CommunityStore store, TimeProvider clock)
{
    /// <param name="number">The version that was read.</param>
    /// <param name="answers">The place of each choice, from 0, in the order of the scenarios.</param>
    /// <exception cref="RefusedException">Not there, another version holds by now, or a scenario is open or answered otherwise.</exception>
    public Task Run(long personId, long policyId, int number, IReadOnlyList<int>? answers = null, CancellationToken stop = default) => store.Write(async db =>
    {
        var policy = await db.PolicyToChange(await db.Viewer(personId, stop), policyId, stop);
        var now = clock.Now();
        if (policy.InForce(await db.Today(now, stop)) is not { } version || version.Number != number)
            throw new RefusedException(Refusal.Conflict, "Another version is in force. Read that one, and acknowledge it then.");
        if (await db.Acknowledgements.AnyAsync(a => a.VersionId == version.Id && a.PersonId == personId, stop)) return;

        Demand(version.Scenarios, answers ?? []);
        db.Acknowledgements.Add(new Acknowledgement(version, personId, now));
        await db.SaveChangesAsync(stop);
    }, stop);

    static void Demand(IReadOnlyList<QuizCase> scenarios, IReadOnlyList<int> answers)
    {
        if (answers.Count < scenarios.Count) throw new RefusedException(Refusal.Invalid, "Choose an answer in each scenario.") { Field = "Answers" };
        if (scenarios.Where((scenario, place) => answers[place] != scenario.Right).Any())
            throw new RefusedException(Refusal.Invalid, "The policy says it otherwise in a scenario. Read the remark under it, and choose again.") { Field = "Answers" };
    }
}
