using Community.Events;
using Community.People;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.People;

public sealed class PreferenceTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Nobody_shows_that_they_are_here_before_they_chose_to() =>
        Assert.Equal(0, await village.Read(db => db.People.CountAsync(p => p.ShowsPresence && p.Id != village.Colleague)));

    [Fact]
    public async Task Who_chose_it_shows_it_until_they_choose_otherwise_and_each_choice_is_told()
    {
        var choose = village.Verb<ChoosePreferences>();
        await choose.Run(village.Colleague, "Europe/Prague", true, true);
        Assert.True((await Colleague()).ShowsPresence);

        await choose.Run(village.Colleague, "Europe/Prague", true, false);
        var after = await Colleague();

        Assert.Equal(("Europe/Prague", true, false), (after.Zone, after.IsKeysOff, after.ShowsPresence));
        Assert.Equal(2, await village.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.PreferencesChanged && e.SubjectId == village.Colleague && e.ActorId == village.Colleague)));
    }

    [Fact]
    public async Task A_choice_that_is_refused_changes_nothing()
    {
        await Assert.ThrowsAsync<RefusedException>(() => village.Verb<ChoosePreferences>().Run(village.Guest, "Nowhere/Town", false, true));

        Assert.False(await village.Read(db => db.People.Where(p => p.Id == village.Guest).Select(p => p.ShowsPresence).SingleAsync()));
    }

    Task<Person> Colleague() => village.Read(db => db.People.AsNoTracking().SingleAsync(p => p.Id == village.Colleague));
}
