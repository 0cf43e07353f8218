using System.CommandLine;
using System.CommandLine.Invocation;
using Community.Web.Commands;

const int wrongUsage = 2;

var parsed = CommandLine.Build().Parse(args);
var isWrong = parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction;
// Whoever is asked to stop comes to an end by itself; the library would cut it off after two seconds.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromDays(1) };
if (isWrong) invocation.Output = Console.Error;
var code = await parsed.InvokeAsync(invocation);
return isWrong ? wrongUsage : code;
