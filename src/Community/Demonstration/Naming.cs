using Community.Glossary;
using Community.Topics;

namespace Community.Demonstration;

/// <summary>The subjects are described, once there are topics about them, and words of the house are explained.</summary>
sealed class Naming(DescribeTag describe, AddTerm add)
{
    const string When = "2d@16:30", Explained = "300d@10:00";

    public void Plan(Plan plan, Library library, Calendar calendar, Cast cast)
    {
        foreach (var subject in library.Subjects)
            plan.Add(calendar.Ago(When), stop => describe.Run(cast.Person(subject.By), subject.Name, subject.Description, subject.Synonyms, stop));
        foreach (var word in library.Words)
            plan.Add(calendar.Ago(Explained), stop => add.Run(cast.Person(word.By), word.Space, TermText.Of(word.Name, word.Meaning, word.Synonyms), stop));
    }
}
