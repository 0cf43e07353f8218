namespace Community.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Real">A folder of Stack Exchange dumps, brought in beside the generated posts; null for none.</param>
/// <param name="Page">Only pages whose name has this word; null for all.</param>
public sealed record BenchmarkOptions(string Folder, int Posts, int Seconds, int Rounds, int Port, string? Page, string? Real = null)
{
    public string SiteUrl => $"http://127.0.0.1:{Port}";

    public string LimitUrl => $"http://127.0.0.1:{Port + 1}";
}
