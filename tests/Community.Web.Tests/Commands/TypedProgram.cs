using System.Diagnostics;

namespace Community.Web.Tests.Commands;

/// <summary>What the built program answered to what was typed.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
sealed record TypedProgram(int Code, string Output, string Error)
{
    public static async Task<TypedProgram> Run(string folder, params string[] typed)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Community.Web.dll"), .. typed]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var program = Process.Start(start)!;
        program.StandardInput.Close();
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new TypedProgram(program.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
