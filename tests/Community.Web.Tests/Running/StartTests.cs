using System.Net;
using System.Net.Sockets;

namespace Community.Web.Tests.Running;

/// <summary>A start that cannot work ends with one sentence and 1; one that works says where to go.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task It_says_in_plain_words_where_it_answers_and_keeps_the_set_up_token_out_of_the_log()
    {
        await using var program = new ServedProgram();
        await program.Serve();

        var line = await Until(() => program.Output.SingleOrDefault(line => line.Contains("/setup", StringComparison.Ordinal)));
        var token = await File.ReadAllTextAsync(Path.Combine(program.Data, "setup-token"), TestContext.Current.CancellationToken);
        Assert.Equal($"Open {program.Address.ToString().TrimEnd('/')}/setup and enter the token {token.Trim()}", line);
        Assert.All(program.Log, line => Assert.StartsWith("{\"time\":\"", line, StringComparison.Ordinal));
        Assert.DoesNotContain(program.Log, line => line.Contains(token.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unreadable_setting_ends_it_and_every_command()
    {
        await using var program = new ServedProgram();
        program.Settings["Community:StopSeconds"] = "soon";

        foreach (var arguments in new string[][] { ["serve"], ["space", "add", "desk", "--name", "Desk"], ["config", "show"] })
            Fails(await program.Run(arguments), "The setting Community:StopSeconds cannot be used");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_ends_it()
    {
        await using var program = new ServedProgram();
        await File.WriteAllTextAsync(program.Data, "a file", TestContext.Current.CancellationToken);

        Fails(await program.Run(["serve"]), $"The data folder {program.Data} cannot be written");
    }

    [Fact]
    public async Task A_taken_port_ends_it()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var program = new ServedProgram();

        Fails(await program.Run(["serve", "--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"]), "The site cannot answer there");
    }

    [Fact]
    public async Task A_PostgreSQL_that_does_not_answer_is_waited_for_and_then_named()
    {
        await using var program = new ServedProgram();
        program.Settings["Community:Postgres"] = "Host=127.0.0.1;Port=1;Database=community;Username=community;Password=cassowary";
        program.Settings["Community:StartWaitSeconds"] = "2";

        var ended = await program.Run(["serve"]);

        Assert.Equal(1, ended.Code);
        Assert.Contains("PostgreSQL does not answer yet", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("PostgreSQL cannot be used: ", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("cassowary", ended.Errors, StringComparison.Ordinal);
    }

    static void Fails((int Code, string Output, string Errors) ended, string sentence)
    {
        Assert.Equal(1, ended.Code);
        Assert.Contains(ended.Errors.Split('\n'), line => line.StartsWith(sentence, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    static async Task<string?> Until(Func<string?> found)
    {
        for (var tries = 0; tries < 50 && found() is null; tries++) await Task.Delay(100);
        return found();
    }
}
