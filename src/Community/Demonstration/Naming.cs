using Community.Topics;

namespace Community.Demonstration;

/// <summary>The subjects are described, once there are topics about them.</summary>
sealed class Naming(DescribeTag describe)
{
    const string When = "2d@16:30";

    public void Plan(Plan plan, Library library, Calendar calendar, Cast cast)
    {
        foreach (var subject in library.Subjects)
            plan.Add(calendar.Ago(When), stop => describe.Run(cast.Person(subject.By), subject.Name, subject.Description, subject.Synonyms, stop));
    }
}
