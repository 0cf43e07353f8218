using System.CommandLine;
using System.CommandLine.Parsing;
using Community.Governance;
using Community.People;

namespace Community.Web.Commands;

/// <summary><c>person add</c>.</summary>
public static class PersonCommand
{
    public static Command Build()
    {
        var name = new Argument<string>("NAME") { Description = "The name, as colleagues know it." };
        var email = new Option<string>("--email") { Description = "The address to sign in with.", Required = true };
        var role = new Option<Role>("--role")
        {
            Description = "admin, moderator, member (the default) or guest.",
            DefaultValueFactory = _ => Role.Member,
            CustomParser = RoleOf,
        };
        var unit = new Option<string?>("--unit") { Description = "The department or branch; a new one is made." };
        var fromInput = new Option<bool>("--password-stdin") { Description = "The password is the first line of standard input; else a one-time link is printed." };
        var add = new Command("add", "Makes an account.") { name, email, role, unit, fromInput };
        add.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var password = parsed.GetValue(fromInput) ? await Console.In.ReadLineAsync(cancel) ?? "" : null;
            var added = await services.GetRequiredService<AddPerson>().Run(null, parsed.GetRequiredValue(name), parsed.GetRequiredValue(email), parsed.GetValue(role), parsed.GetValue(unit), password, stop: cancel);
            Console.Out.WriteLine(added.Link is { } link ? link.Address : $"/people/{added.Id}");
            return 0;
        }, stop));

        add.Teach("""
            person add "Hana Dvořák" --email hana@library.example --unit Cataloguing
            person add "Ruth Mbeki" --email ruth@library.example --role admin --password-stdin < password.txt
            """, """
            Prints a one-time link to hand over, or the new person's page when the password came with it. The link works for seven days.
            It may run beside a server: the person can sign in at once. No mail is sent.
            """);
        return new Command("person", "The people.") { add }.Teach("person add --help", "Roles are changed, and accounts closed, on the site under Administration.");
    }

    static Role RoleOf(ArgumentResult given)
    {
        var word = given.Tokens.Count > 0 ? given.Tokens[0].Value.ToLowerInvariant() : "";
        if (word == "admin") return Role.Administrator;
        if (Enum.TryParse<Role>(word, true, out var role) && Enum.IsDefined(role)) return role;

        given.AddError("The role is admin, moderator, member or guest.");
        return Role.Member;
    }
}
