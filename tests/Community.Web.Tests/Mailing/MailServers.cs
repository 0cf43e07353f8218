using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Community.Web.Tests.Mailing;

/// <summary>Debian's aiosmtpd and Dovecot on loopback: mails to any address of the library are delivered, and read over IMAP. They run as nobody where root runs the tests.</summary>
public sealed class MailServers : IAsyncDisposable
{
    const string Dovecot = "/usr/sbin/dovecot";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mail-");
    readonly List<Process> programs = [];

    public int SmtpPort { get; } = FreePort();

    public int ImapPort { get; } = FreePort();

    /// <summary>Null when they are here.</summary>
    public static string? Missing => !File.Exists(Dovecot) ? "Dovecot is not here; tests/run installs it." : Run("/usr/bin/python3", ["-c", "import aiosmtpd"]).GetAwaiter().GetResult() != 0 ? "python3-aiosmtpd is not here; tests/run installs it." : null;

    public Dictionary<string, string?> Settings => new()
    {
        ["Community:Smtp:Host"] = "127.0.0.1",
        ["Community:Smtp:Port"] = SmtpPort.ToString(CultureInfo.InvariantCulture),
        ["Community:Smtp:From"] = "Community <community@library.example>",
        ["Community:Smtp:Security"] = "None",
        ["Community:Imap:Host"] = "127.0.0.1",
        ["Community:Imap:Port"] = ImapPort.ToString(CultureInfo.InvariantCulture),
        ["Community:Imap:User"] = "community",
        ["Community:Imap:Password"] = "secret",
        ["Community:Imap:Security"] = "None",
    };

    public static async Task<MailServers> Start()
    {
        var servers = new MailServers();
        var mail = servers.folder.CreateSubdirectory("mail");
        var owner = Environment.IsPrivilegedProcess ? "nobody" : Environment.UserName;
        await File.WriteAllTextAsync(Path.Combine(servers.folder.FullName, "dovecot.conf"), $$"""
            base_dir = {{servers.folder.FullName}}/run
            state_dir = {{servers.folder.FullName}}/state
            log_path = {{servers.folder.FullName}}/log
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            default_internal_user = {{owner}}
            default_login_user = {{owner}}
            default_internal_group = {{await Output("id", "-gn", owner)}}
            mail_location = maildir:{{mail.FullName}}/%n/Maildir
            first_valid_uid = 1
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{servers.ImapPort}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }
            passdb {
              driver = static
              args = password=secret
            }
            userdb {
              driver = static
              args = uid={{await Output("id", "-u", owner)}} gid={{await Output("id", "-g", owner)}} home={{mail.FullName}}/%n
            }
            """);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "deliver.py"), Path.Combine(servers.folder.FullName, "deliver.py"));
        if (Environment.IsPrivilegedProcess) await Run("chown", ["-R", "nobody:", servers.folder.FullName]);
        servers.programs.Add(servers.Begin("/usr/bin/python3", "-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{servers.SmtpPort}", "-c", "deliver.Deliver", mail.FullName));
        servers.programs.Add(servers.Begin(Dovecot, "-F", "-c", Path.Combine(servers.folder.FullName, "dovecot.conf")));
        await Task.WhenAll(Listens(servers.SmtpPort), Listens(servers.ImapPort));
        return servers;
    }

    /// <summary>The mails of an address, the oldest first, once there are so many.</summary>
    public async Task<List<MimeMessage>> Wait(string name, int count)
    {
        List<MimeMessage> mails = [];
        for (var i = 0; i < 300 && mails.Count < count; i++)
        {
            if (i > 0) await Task.Delay(100);
            mails = await Mails(name);
        }

        Assert.True(mails.Count >= count, $"{mails.Count} of {count} mails came for {name}.");
        return mails;
    }

    public async Task<List<MimeMessage>> Mails(string name)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", ImapPort, SecureSocketOptions.None);
        await client.AuthenticateAsync(name, "secret");
        await client.Inbox!.OpenAsync(FolderAccess.ReadOnly);
        var mails = new List<MimeMessage>();
        for (var i = 0; i < client.Inbox.Count; i++) mails.Add(await client.Inbox.GetMessageAsync(i));
        await client.DisconnectAsync(true);
        return mails;
    }

    /// <summary>Sends as a mail program does.</summary>
    public async Task Send(MimeMessage mail)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", SmtpPort, SecureSocketOptions.None);
        await client.SendAsync(mail);
        await client.DisconnectAsync(true);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs)
        {
            // Dovecot ends its children when it is asked to.
            if (!program.HasExited) await Run("kill", [program.Id.ToString(CultureInfo.InvariantCulture)]);
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await program.WaitForExitAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!program.HasExited) program.Kill(entireProcessTree: true);
            program.Dispose();
        }

        folder.Delete(recursive: true);
    }

    Process Begin(string program, params string[] arguments) =>
        Process.Start(Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", program, .. arguments]) { WorkingDirectory = folder.FullName }
            : new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName })!;

    static async Task<int> Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    static async Task<string> Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        return (await process.StandardOutput.ReadToEndAsync()).Trim();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static async Task Listens(int port)
    {
        for (var i = 0; i < 100; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        Assert.Fail($"Nothing listens at {port}.");
    }
}
