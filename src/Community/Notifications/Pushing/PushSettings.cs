using Microsoft.Extensions.Configuration;

namespace Community.Notifications.Pushing;

/// <summary>Whether and where notices are pushed: the settings under <c>Community:Push</c>.</summary>
/// <param name="AlsoAllowed">The beginning of the addresses of a push service that is not of the public web, such as the institution's own; empty for none.</param>
/// <param name="Contact">Whom the operators of push services can write to, as mailto or https address; empty takes the sender of mails, or else the public address.</param>
public sealed record PushSettings(bool IsOn, string AlsoAllowed, string Contact)
{
    public static PushSettings Of(IConfiguration settings) => new(!string.Equals(settings["Community:Push:Mode"], "off", StringComparison.OrdinalIgnoreCase), settings["Community:Push:AlsoAllowed"] ?? "", settings["Community:Push:Contact"] ?? "");
}
