using Community.Web.Commands;

const int wrongUsage = 2;

var parsed = CommandLine.Build().Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? wrongUsage : code;
