using System.CommandLine;
using Community.Governance;
using Community.Spaces;

namespace Community.Web.Commands;

/// <summary><c>space add</c>.</summary>
public static class SpaceCommand
{
    public static Command Build()
    {
        var slug = new Argument<string>("SLUG") { Description = "The end of its address, such as interlibrary-loan." };
        var name = new Option<string>("--name") { Description = "Its name.", Required = true };
        var purpose = new Option<string?>("--purpose") { Description = "One paragraph on what it is for." };
        var tier = new Option<Tier>("--tier") { Description = "Who may read it: unit, institution, partners, public.", DefaultValueFactory = _ => Tier.Institution };
        var add = new Command("add", "Makes a space.") { slug, name, purpose, tier };
        add.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var made = await services.GetRequiredService<MakeSpace>().Run(null, parsed.GetRequiredValue(slug), parsed.GetRequiredValue(name), parsed.GetValue(purpose) ?? "", parsed.GetValue(tier), cancel);
            Console.Out.WriteLine("/spaces/" + made);
            return 0;
        }, stop));

        add.Teach("""
            space add interlibrary-loan --name "Interlibrary loan" --purpose "How requests travel, and what to do when they do not."
            space add public-desk --name "Public desk" --tier public
            """, """
            Prints the space's address on the site. It may run beside a server. A space made here has no steward yet: an administrator
            chooses one on the space's page.
            """);
        return new Command("space", "The spaces.") { add }.Teach("space add --help", "Name, purpose, tier and members are changed on the space's own page.");
    }
}
