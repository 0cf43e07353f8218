using Community.Governance;
using Community.Store;

namespace Community.Spaces;

/// <summary>Says who may do what in a space, where it is otherwise than the table has it.</summary>
public sealed class RuleSpace(CommunityStore store, TimeProvider clock)
{
    /// <param name="chosen">The place of each act's rule in <see cref="Rights.Choices"/>.</param>
    /// <exception cref="RefusedException">Not a steward or administrator, or a rule that there is not.</exception>
    public Task Run(long personId, string slug, IReadOnlyDictionary<Act, int> chosen, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(personId, stop), slug, Act.Charter, stop);

        space.Rule(chosen, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
