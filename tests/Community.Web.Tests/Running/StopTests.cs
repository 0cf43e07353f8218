using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.SignalR.Client;

namespace Community.Web.Tests.Running;

/// <summary>A signal to end loses nothing.</summary>
public sealed class StopTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_post_on_its_way_is_taken_lines_are_closed_and_the_next_start_is_clean(string signal)
    {
        await using var program = new ServedProgram();
        await program.SetUp();
        await program.Serve();
        var cookies = new System.Net.CookieContainer();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = program.Address };
        await browser.PostForm("/sign-in", [("email", ServedProgram.Email), ("password", ServedProgram.Password)]);
        await using var line = new HubConnectionBuilder().WithUrl(new Uri(program.Address, "/live"), options =>
        {
            options.Cookies = cookies;
            options.Headers["Origin"] = program.Address.GetLeftPart(UriPartial.Authority);
        }).Build();
        var closed = new TaskCompletionSource();
        line.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await line.StartAsync(TestContext.Current.CancellationToken);
        var page = await browser.Page("/new/thread?space=desk");
        var token = page.Split("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        var form = $"Space=desk&Title=Written+slowly&Body=Until+the+end&__RequestVerificationToken={Uri.EscapeDataString(token)}";
        using var slow = await Begin(program.Address, cookies.GetCookieHeader(program.Address), form);

        program.Signal(signal);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var answer = await End(slow, form);

        Assert.StartsWith("HTTP/1.1 303", answer, StringComparison.Ordinal);
        Assert.Equal(0, await program.Ended());
        Assert.False(File.Exists(Path.Combine(program.Data, "community.db-wal")));
        Quiet(program);
        Assert.Equal((0, "documents 1, missing 0, extra 0, stale 0"), ((await program.Run(["index", "check"])) is var check ? check.Code : -1, check.Output.Trim()));

        await program.Serve();
        using var again = await program.SignedIn();
        // The index is inspected after the start, and says meanwhile that it is catching up.
        for (var tries = 0; tries < 200 && !(await again.Page("/search?q=slowly")).Contains("<mark>slowly</mark>", StringComparison.Ordinal); tries++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Contains("<mark>slowly</mark>", await again.Page("/search?q=slowly"), StringComparison.Ordinal);
        Quiet(program);
    }

    [Fact]
    public async Task What_outstays_the_stop_is_cut_and_a_second_signal_does_not_wait_at_all()
    {
        await using var program = new ServedProgram();
        program.Settings["Community:StopSeconds"] = "1";
        await program.SetUp();
        await program.Serve();
        using (await Begin(program.Address, "", "Space=desk&Title=Never+ending"))
        {
            program.Signal("TERM");
            Assert.Equal(0, await program.Ended());
            Assert.Contains(program.Log, line => line.Contains("are cut", StringComparison.Ordinal));
        }

        program.Settings["Community:StopSeconds"] = "300";
        await program.Serve();
        using (await Begin(program.Address, "", "Space=desk&Title=Never+ending"))
        {
            program.Signal("TERM");
            await Task.Delay(500, TestContext.Current.CancellationToken);
            program.Signal("TERM");
            Assert.Equal(130, await program.Ended());
        }
    }

    static void Quiet(ServedProgram program)
    {
        var loud = program.Log.Where(line => line.Contains("\"level\":\"warning\"", StringComparison.Ordinal) || line.Contains("\"level\":\"error\"", StringComparison.Ordinal)).ToList();
        Assert.True(loud.Count == 0, string.Join('\n', loud));
    }

    /// <summary>Sends a form but for its last bytes, and waits until the server is reading it.</summary>
    static async Task<TcpClient> Begin(Uri address, string cookies, string form)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        var head = $"POST /new/thread HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n{(cookies.Length > 0 ? $"Cookie: {cookies}\r\n" : "")}\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + form[..^Last]));
        await Task.Delay(1_500);
        return client;
    }

    static async Task<string> End(TcpClient client, string form)
    {
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(form[^Last..]));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadLineAsync() ?? "";
    }

    const int Last = 10;
}
