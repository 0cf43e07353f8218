using System.Runtime.InteropServices;

namespace Community.Benchmarks.Running;

/// <summary>The published site and the published limit, and wrk.</summary>
sealed record Programs(string Site, string Limit)
{
    public static async Task<Programs> Publish(BenchmarkOptions options, CancellationToken stop)
    {
        if (!Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "wrk")))) await Install(stop);
        return new Programs(await Publish("src", "Community.Web", options, stop, "-r", "linux-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(), "--no-self-contained"), await Publish("tests", "Community.Benchmarks", options, stop));
    }

    static async Task<string> Publish(string under, string project, BenchmarkOptions options, CancellationToken stop, params string[] how)
    {
        var target = Path.Combine(options.Folder, project);
        await Tool.Run("dotnet", ["publish", Path.Combine(Checkout.Root, under, project), "-c", "Release", "-v", "quiet", "-o", target, .. how], stop);
        return Path.Combine(target, project + ".dll");
    }

    static async Task Install(CancellationToken stop)
    {
        var (program, first) = Environment.IsPrivilegedProcess ? ("apt-get", Array.Empty<string>()) : ("sudo", ["-n", "apt-get"]);
        try
        {
            await Tool.Run(program, [.. first, "install", "-y", "--no-install-recommends", "wrk"], stop);
        }
        catch (InvalidOperationException)
        {
            await Tool.Run(program, [.. first, "update"], stop);
            await Tool.Run(program, [.. first, "install", "-y", "--no-install-recommends", "wrk"], stop);
        }
    }
}
