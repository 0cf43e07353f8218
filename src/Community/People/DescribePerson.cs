using Community.Store;

namespace Community.People;

/// <summary>Somebody changes the own name, position and what they like to be asked about.</summary>
public sealed class DescribePerson(CommunityStore store, TimeProvider clock)
{
    /// <param name="askMeAbout">Subjects, one a line, at most 20.</param>
    /// <exception cref="RefusedException">A field cannot be taken.</exception>
    public Task Run(long personId, string name, string position, string askMeAbout, CancellationToken stop = default) => store.Write(async db =>
    {
        var subjects = (askMeAbout ?? "").Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (subjects.Count > 20) throw new RefusedException(Refusal.Invalid, "Name at most {0} subjects.", 20) { Field = "AskMeAbout" };

        var person = await db.PersonToChange(personId, stop);
        person.Describe(name, position, string.Join('\n', subjects), personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
