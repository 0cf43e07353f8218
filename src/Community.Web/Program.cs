using System.CommandLine;
using Community.Web.Commands;

const int wrongUsage = 2;

var parsed = CommandLine.Build().Parse(args);
// Whoever is asked to stop comes to an end by itself; the library would cut it off after two seconds.
var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromDays(1) });
return parsed.Errors.Count > 0 ? wrongUsage : code;
