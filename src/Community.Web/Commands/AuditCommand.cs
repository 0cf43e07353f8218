using System.CommandLine;
using Community.Events;

namespace Community.Web.Commands;

/// <summary><c>verify-audit</c>: whether the log of governance is as it was written.</summary>
public static class AuditCommand
{
    public static Command Build()
    {
        var noted = new Option<string?>("--head") { Description = "A head that was noted elsewhere, as this command prints it: NUMBER:HASH." };
        var anew = new Option<bool>("--anew") { Description = "Takes the log as it stands for the whole and anchors it, after a restore." };
        var command = new Command("verify-audit", "Reads the whole audit log and says whether a record was changed, removed, put elsewhere or cut off.") { noted, anew };
        noted.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } typed && AuditHead.Of(typed) is null) result.AddError("A head is NUMBER:HASH, with 64 hexadecimal digits.");
        });
        command.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var verdict = await services.GetRequiredService<VerifyAudit>().Run(AuditHead.Of(parsed.GetValue(noted)), parsed.GetValue(anew), cancel);
            if (verdict.Wrong is { } wrong) return CommandLine.Failed(wrong);

            Console.Out.WriteLine(FormattableString.Invariant($"records {verdict.Head.Count}, head {verdict.Head}"));
            return 0;
        }, stop));
        return command.Teach("verify-audit --data /srv/community", """
            Prints one line: records N, head N:HASH. The exit code is 1 when something is wrong, with a sentence that names the record.
            The end of the log is anchored in the data folder (audit-head, sealed with audit-key). Who can write that folder can forge both:
            note the head somewhere else now and then, and give it later with --head; a log that was written anew does not pass.
            """);
    }
}
