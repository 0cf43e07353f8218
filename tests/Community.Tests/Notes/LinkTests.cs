using System.Net;
using System.Net.Sockets;
using System.Text;
using Community.Notes.Links;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes;

/// <summary>Links of notes to the web: which are asked, and what comes of it. Nothing here leaves the machine.</summary>
public sealed class LinkTests(Village village) : IClassFixture<Village>
{
    [Theory]
    [InlineData("93.184.216.34", true), InlineData("2606:2800:220:1:248:1893:25c8:1946", true)]
    [InlineData("127.0.0.1", false), InlineData("127.9.9.9", false), InlineData("0.0.0.0", false), InlineData("10.1.2.3", false), InlineData("172.16.0.1", false), InlineData("172.31.255.255", false), InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false), InlineData("100.64.0.1", false), InlineData("198.18.0.1", false), InlineData("224.0.0.1", false), InlineData("255.255.255.255", false), InlineData("192.0.2.1", false)]
    [InlineData("::1", false), InlineData("::", false), InlineData("fe80::1", false), InlineData("fc00::1", false), InlineData("fd12:3456::1", false), InlineData("ff02::1", false), InlineData("::ffff:127.0.0.1", false), InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false), InlineData("2002:7f00:1::", false), InlineData("2001::1", false), InlineData("2001:db8::1", false), InlineData("::127.0.0.1", false)]
    public void Only_the_public_web_is_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://library.example/rules", true), InlineData("http://library.example/", true), InlineData("http://93.184.216.34/", true)]
    [InlineData("ftp://library.example/", false), InlineData("file:///etc/passwd", false), InlineData("http://localhost/", false), InlineData("http://intranet/", false), InlineData("http://127.0.0.1/", false), InlineData("http://[::1]/", false)]
    [InlineData("http://2130706433/", false), InlineData("http://0x7f.1/", false), InlineData("http://017700000001/", false), InlineData("http://user:word@library.example/", false), InlineData("http://library.example:8080/", false), InlineData("https://library.example:22/", false)]
    public void Only_plain_addresses_of_it_are_asked(string address, bool isAsked) => Assert.Equal(isAsked, PublicAddress.MayAsk(new Uri(address)));

    [Theory]
    [InlineData("10.0.0.7"), InlineData("127.0.0.1"), InlineData("::1"), InlineData("93.184.216.34", "169.254.169.254")]
    public async Task A_name_that_leads_inside_is_not_asked(params string[] addresses)
    {
        using var server = new Answers("HTTP/1.1 200 OK");
        using var probe = new LinkProbe((_, _) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse))) { MayAsk = _ => true, Pause = _ => Task.CompletedTask };

        Assert.Equal(LinkAnswer.Inside, (await probe.Ask($"http://library.example:{server.Port}/", default)).Answer);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1/secret"), InlineData("http://10.0.0.1/"), InlineData("http://localhost/"), InlineData("http://[::ffff:127.0.0.1]/"), InlineData("file:///etc/passwd"), InlineData("http://library.example:25/")]
    public async Task A_redirect_into_the_house_is_not_followed(string inside)
    {
        using var server = new Answers($"HTTP/1.1 302 Found\r\nLocation: {inside}");
        using var probe = Probe(server);

        Assert.Equal(LinkAnswer.Inside, (await probe.Ask($"http://library.example:{server.Port}/", default)).Answer);
        Assert.Equal(["HEAD"], server.Asked);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK", LinkAnswer.Alive, 200, "HEAD")]
    [InlineData("HTTP/1.1 404 Not Found", LinkAnswer.Gone, 404, "HEAD GET")]
    [InlineData("HTTP/1.1 410 Gone", LinkAnswer.Gone, 410, "HEAD GET")]
    [InlineData("HTTP/1.1 403 Forbidden", LinkAnswer.Closed, 403, "HEAD GET")]
    [InlineData("HTTP/1.1 503 Busy", LinkAnswer.Silent, 503, "HEAD GET")]
    public async Task A_head_is_asked_first_and_the_page_only_when_that_says_no(string says, LinkAnswer answer, int status, string asked)
    {
        using var server = new Answers(says);
        using var probe = Probe(server);

        Assert.Equal((answer, status), await probe.Ask($"http://library.example:{server.Port}/", default));
        Assert.Equal(asked, string.Join(' ', server.Asked));
    }

    [Fact]
    public async Task Endless_redirects_end()
    {
        using var server = new Answers("HTTP/1.1 302 Found\r\nLocation: /again");
        using var probe = Probe(server);

        Assert.Equal(LinkAnswer.Silent, (await probe.Ask($"http://library.example:{server.Port}/", default)).Answer);
        Assert.InRange(server.Asked.Count, 1, 6);
    }

    [Fact]
    public void A_page_that_is_gone_is_dead_at_once_and_a_silent_server_only_when_it_stays_so()
    {
        var (link, now) = (new OutsideLink(1, "https://library.example/", village.Clock.Now()), village.Clock.Now());
        for (var day = 0; day < 2; day++) link.Answered(LinkAnswer.Silent, null, now.AddDays(day));
        Assert.Null(link.DeadSince);
        link.Answered(LinkAnswer.Silent, null, now.AddDays(2));
        Assert.Equal(now.AddDays(2), link.DeadSince);
        link.Answered(LinkAnswer.Alive, 200, now.AddDays(9));
        Assert.Null(link.DeadSince);
        link.Answered(LinkAnswer.Gone, 404, now.AddDays(16));
        link.Answered(LinkAnswer.Gone, 404, now.AddDays(23));
        Assert.Equal((now.AddDays(16), now.AddDays(30)), (link.DeadSince, link.NextAt));
    }

    [Fact]
    public async Task Links_follow_the_newest_text_and_go_with_it()
    {
        var note = await village.Start(village.Writer, TopicKind.Note, body: "[Rules](https://library.example/rules#two), [again](https://library.example/rules) and [a post](/posts/1).");
        await village.Verb<ListOutsideLinks>().Run(note);
        Assert.Equal(["https://library.example/rules"], await Links(note));

        await village.Verb<Community.Notes.ReviseNote>().Run(village.Writer, await village.Opening(note), new Edit("[Fees](https://library.example/fees)", null, null));
        await village.Verb<ListOutsideLinks>().Run(note);
        Assert.Equal(["https://library.example/fees"], await Links(note));

        await village.Verb<WithdrawPost>().Run(village.Writer, await village.Opening(note));
        await village.Verb<ListOutsideLinks>().Run(note);
        Assert.Empty(await Links(note));
    }

    [Fact]
    public async Task The_link_that_has_waited_longest_is_asked_and_then_left_for_a_week()
    {
        using var server = new Answers("HTTP/1.1 404 Not Found");
        using var probe = Probe(server);
        var note = await village.Start(village.Writer, TopicKind.Note, body: $"[Form](http://library.example:{server.Port}/form)");
        await village.Verb<ListOutsideLinks>().Run(note);
        var ask = new AskNextLink(village.Store, probe, village.Clock);

        Assert.True(await ask.Run());
        var link = await village.Read(db => db.Set<OutsideLink>().SingleAsync(l => l.TopicId == note));
        Assert.Equal((LinkAnswer.Gone, 404, village.Clock.Now(), village.Clock.Now()), (link.Answer, link.Status, link.AskedAt, link.DeadSince));
        Assert.False(await ask.Run());
    }

    Task<List<string>> Links(long note) => village.Read(db => db.Set<OutsideLink>().Where(l => l.TopicId == note).Select(l => l.Address).ToListAsync());

    /// <summary>Takes the test's own server for the public web, and nothing else that is not.</summary>
    static LinkProbe Probe(Answers server) => new((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), address => address.Equals(IPAddress.Loopback))
    {
        MayAsk = at => PublicAddress.MayAsk(at) || at.Host == "library.example" && at.Port == server.Port,
        Pause = _ => Task.CompletedTask,
    };

    /// <summary>A server of one answer.</summary>
    sealed class Answers : IDisposable
    {
        readonly TcpListener listener = new(IPAddress.Loopback, 0);
        readonly string says;
        readonly List<string> asked = [];

        public Answers(string says)
        {
            this.says = says;
            listener.Start();
            _ = Serve();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public List<string> Asked => asked;

        public void Dispose() => listener.Dispose();

        async Task Serve()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
                    var first = await reader.ReadLineAsync() ?? "";
                    lock (asked) asked.Add(first.Split(' ')[0]);
                    while (await reader.ReadLineAsync() is { Length: > 0 })
                    {
                    }

                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(says + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
                }
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or IOException)
            {
            }
        }
    }
}
