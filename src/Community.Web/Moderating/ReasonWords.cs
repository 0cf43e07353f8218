using Community.Governance;
using Community.Topics;
using Community.Topics.Moderating;
using Microsoft.Extensions.Localization;

namespace Community.Web.Moderating;

/// <summary>What reason classes, acts and outcomes are called.</summary>
public sealed class ReasonWords(IStringLocalizer<ModeratingText> text)
{
    public string Of(ReasonClass reason) => reason switch
    {
        ReasonClass.Privacy => text["Privacy"],
        ReasonClass.Confidential => text["Confidential"],
        ReasonClass.Conduct => text["Conduct"],
        ReasonClass.Copyright => text["Copyright"],
        ReasonClass.Misleading => text["Misleading"],
        ReasonClass.Legal => text["Law"],
        _ => text["Order"],
    };

    /// <summary>As somebody says it who flags.</summary>
    public string Asked(ReasonClass reason) => reason switch
    {
        ReasonClass.Privacy => text["It tells of a reader or a colleague what is theirs"],
        ReasonClass.Confidential => text["It tells what is not to be told"],
        ReasonClass.Conduct => text["It hurts somebody"],
        ReasonClass.Copyright => text["It uses what belongs to others"],
        ReasonClass.Misleading => text["It is wrong, or speaks for the institution"],
        ReasonClass.Legal => text["It seems to be against the law"],
        _ => text["It does not belong here"],
    };

    public string Of(RemovalKind kind) => kind switch { RemovalKind.Hidden => text["Hidden"], RemovalKind.Purged => text["Purged"], _ => text["Removed"] };

    public string Of(LedgerAct act) => act switch { LedgerAct.Hidden => text["Hidden"], LedgerAct.Purged => text["Purged"], LedgerAct.Suspended => text["Suspended"], _ => text["Removed"] };

    public string Of(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Kept => text["It stays"],
        CaseOutcome.Hidden => text["It is hidden until it is decided"],
        CaseOutcome.Removed => text["It was removed"],
        _ => text["It was out of sight already"],
    };
}
