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

        return new Command("space", "The spaces.") { add };
    }
}
