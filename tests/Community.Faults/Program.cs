using Community.Faults;

// A fault is a run with a name; another one is another line here.
Dictionary<string, Func<FaultArguments, CancellationToken, Task<Report>>> runs = new()
{
    ["kill"] = KillRun.Run,
};

if (args.Length == 0 || !runs.TryGetValue(args[0], out var run) || FaultArguments.Of(args[1..]) is not { } arguments)
{
    await Console.Error.WriteLineAsync($"usage: faults {string.Join('|', runs.Keys)} [TIMES] [--program FILE] [--writers N] [--keep]");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var report = await run(arguments, stop.Token);
report.Print(Console.Out);
return report.IsGood ? 0 : 1;
