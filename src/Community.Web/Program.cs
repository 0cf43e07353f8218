using System.CommandLine;
using System.CommandLine.Invocation;
using Community.Web.Commands;

const int wrongUsage = 2;

var parsed = CommandLine.Build().Parse(args);
var isWrong = parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction;
var code = await parsed.InvokeAsync(isWrong ? new InvocationConfiguration { Output = Console.Error } : null);
return isWrong ? wrongUsage : code;
