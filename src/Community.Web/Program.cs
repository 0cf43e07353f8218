using System.CommandLine;
using System.CommandLine.Invocation;
using Community.Web.Commands;
using Community.Web.Running;

const int wrongUsage = 2;

using var signals = new Signals();
var parsed = CommandLine.Build().Parse(args);
var isWrong = parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction;
// The library's own answer to signals holds the second one back until the first has its way.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null };
if (isWrong) invocation.Output = Console.Error;
var code = await parsed.InvokeAsync(invocation, signals.Stop);
return isWrong ? wrongUsage : code;
