namespace Community.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Page">Only pages whose name has this word; null for all.</param>
public sealed record BenchmarkOptions(string Folder, int Posts, int Seconds, int Rounds, int Port, string? Page)
{
    public string SiteUrl => $"http://127.0.0.1:{Port}";

    public string LimitUrl => $"http://127.0.0.1:{Port + 1}";
}
