using System.CommandLine;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Commands;

/// <summary><c>token add</c>.</summary>
public static class TokenCommand
{
    public static Command Build()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address that the person signs in with." };
        var name = new Option<string>("--name") { Description = "What the token is for.", DefaultValueFactory = _ => "command line" };
        var add = new Command("add", "Makes a personal API token and prints it, and nothing else. It cannot be shown again.") { email, name };
        add.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var normal = EmailAddress.Normal(parsed.GetRequiredValue(email));
            var personId = await services.GetRequiredService<CommunityStore>().Read(db => db.Accounts.Where(a => a.NormalizedEmail == normal).Select(a => (long?)a.PersonId).FirstOrDefaultAsync(cancel));
            if (personId is null) return CommandLine.Failed($"There is no account with the address {parsed.GetRequiredValue(email)}. `person add` makes one.");

            Console.Out.WriteLine(await services.GetRequiredService<MakeToken>().Run(personId.Value, parsed.GetRequiredValue(name), cancel));
            return 0;
        }, stop));

        add.Teach("""
            token add asha.rao@library.example --name "Statistics script"
            token add asha.rao@library.example > token.txt
            """, """
            The token has that person's rights, until it is revoked on the person's account page or the account is closed. It may run beside a server.
            """);
        return new Command("token", "Personal tokens for the JSON API.") { add }.Teach("token add --help", "The API is described at /docs/api of the site.");
    }
}
