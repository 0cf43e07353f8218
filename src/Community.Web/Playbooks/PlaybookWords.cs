using Community.Playbooks;
using Community.Web.Frame;
using Microsoft.Extensions.Localization;

namespace Community.Web.Playbooks;

/// <summary>What playbooks and runs are called in words.</summary>
public sealed class PlaybookWords(IStringLocalizer<PlaybooksText> text)
{
    public string Of(ScenarioName scenario) => scenario.Scenario == Scenario.Other ? scenario.Other : Of(scenario.Scenario);

    public string Of(Scenario scenario) => scenario switch
    {
        Scenario.Compliment => text["A compliment"],
        Scenario.Complaint => text["A complaint"],
        Scenario.SensitivePost => text["A sensitive post by staff"],
        Scenario.Misinformation => text["Misinformation"],
        Scenario.PressQuestion => text["A press question"],
        _ => text["Something else"],
    };

    public static string Icon(Scenario scenario) => scenario switch
    {
        Scenario.Compliment => "thumbs-up",
        Scenario.Complaint => "message-square",
        Scenario.SensitivePost => "eye",
        Scenario.Misinformation => "flag",
        Scenario.PressQuestion => "at-sign",
        _ => "circle-dot",
    };

    /// <summary>At the beginning of a line.</summary>
    public string Of(DoerName doer) => doer.Party switch
    {
        Party.Starter => text["Whoever starts it"],
        Party.Owner => text["The playbook's owner"],
        Party.Unit => text["Anybody of {0}", doer.Name ?? ""],
        _ => doer.Name ?? "",
    };

    public string Hours(int hours) => text.Count(hours, "1 hour of work", "{0} hours of work");

    public string Of(RunTab tab) => tab switch { RunTab.Open => text["Open"], RunTab.Late => text["Late"], RunTab.Ended => text["Ended"], _ => text["Yours"] };
}
