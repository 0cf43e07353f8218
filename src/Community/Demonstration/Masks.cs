using Community.Topics.Masks;

namespace Community.Demonstration;

/// <summary>One space takes questions without a name, and its steward looked once, with a reason.</summary>
sealed class Masks(AllowMasks allow, LookBehindMask look)
{
    const string Slug = "circulation";

    public void Plan(Plan plan, Library library, Calendar calendar, Cast cast)
    {
        var steward = library.Spaces.Single(room => room.Slug == Slug).Stewards[0];
        plan.Add(calendar.Ago("120d@09:00"), stop => allow.Run(cast.Person(steward), Slug, true, stop));
    }

    public Task Look(Story story, Scene scene, Cast cast, CancellationToken stop) => look.Run(cast.Person(scene.By), cast.Topic(story), scene.Text, stop);
}
