using Community.People;

namespace Community.Demonstration;

/// <summary>The institution is set up, and its people get their accounts.</summary>
sealed class Arrivals(SetUpInstitution setUp, SetupToken token, AddPerson add, Introductions introductions)
{
    public void Plan(Plan plan, Library library, Calendar calendar, Cast cast, string address, string password)
    {
        foreach (var somebody in library.People)
        {
            plan.Add(calendar.Ago(somebody.Came), async stop =>
            {
                var isFirst = somebody == library.People[0];
                var personId = isFirst
                    ? await setUp.Run(new SetupAnswers(token.Make(), somebody.Name, somebody.Email, password, library.Institution, address, SignUp.Closed, ""), stop)
                    : (await add.Run(cast.Person(library.People[0].Id), somebody.Name, somebody.Email, somebody.Role, somebody.Unit, password, stop: stop)).Id;
                cast.Came(somebody.Id, personId);
                if (isFirst) await introductions.Open(personId, library, address, somebody, stop);
                await introductions.Introduce(personId, somebody, stop);
            });
        }
    }
}

/// <summary>What people say of themselves, and what the administrator says of the house.</summary>
sealed class Introductions(DescribeInstitution institution, PlaceInUnit place, DescribePerson describe, ChoosePreferences prefer, Illustrating illustrating)
{
    public async Task Open(long personId, Library library, string address, Colleague administrator, CancellationToken stop)
    {
        await institution.Run(personId, library.Institution, address, SignUp.Closed, "", library.Zone, stop);
        await place.Run(personId, personId, administrator.Unit, stop);
    }

    public async Task Introduce(long personId, Colleague somebody, CancellationToken stop)
    {
        await describe.Run(personId, somebody.Name, somebody.Position, string.Join('\n', somebody.AskMeAbout), stop);
        await prefer.Run(personId, somebody.Zone, keysOff: false, showsPresence: false, stop);
        if (somebody.Portrait is not null) await illustrating.Face(personId, somebody.Portrait, stop);
    }
}
