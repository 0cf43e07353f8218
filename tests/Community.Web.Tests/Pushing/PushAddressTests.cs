using System.Net;
using System.Net.Sockets;
using Community.Notes.Links;
using Community.Notifications.Pushing;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Pushing;

/// <summary>People name the addresses that pushes are sent to: none leads into the institution's own network.</summary>
public sealed class PushAddressTests : IAsyncLifetime
{
    readonly PushCollector collector = new(), canary = new();
    RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.Start(settings: collector.Settings);

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await collector.DisposeAsync();
        await canary.DisposeAsync();
    }

    [Fact]
    public async Task Only_https_on_its_own_port_of_the_public_web_is_taken_and_what_the_setting_names()
    {
        var (keys, browser) = (collector.Device("keys"), await site.SignedIn());
        string[] wrong =
        [
            "", "push.example.org/x", "/account", "javascript:alert(1)", "file:///etc/passwd", "ftp://push.example.org/x", "http://push.example.org/x", "https://push.example.org:8443/x", "https://name:word@push.example.org/x",
            "https://127.0.0.1/x", "https://127.1/x", "https://2130706433/x", "https://0x7f000001/x", "https://[::1]/x", "https://[::ffff:127.0.0.1]/x", "https://localhost/x", "https://intranet/x", "https://10.0.0.1/x", "https://192.168.1.1/x",
            "https://169.254.169.254/latest/meta-data/", "https://[fd00::1]/x", "https://0.0.0.0/x", canary.Address + "x", collector.Address.Replace("/push/", "/other/", StringComparison.Ordinal), collector.Address.Replace("http://", "http://name@", StringComparison.Ordinal) + "x",
            collector.Address + "../../x", "https://push.example.org/" + new string('x', 900),
        ];
        foreach (var endpoint in wrong)
            Assert.Equal((endpoint, HttpStatusCode.UnprocessableEntity), (endpoint, (await browser.PostForm("/account/push", [("endpoint", endpoint), ("p256dh", keys.P256dh), ("auth", keys.Auth)])).StatusCode));
        foreach (var (p256dh, auth) in new[] { ("", keys.Auth), ("AAAA", keys.Auth), (keys.P256dh[..^4], keys.Auth), (keys.P256dh.Replace(keys.P256dh[40..60], new string('A', 20), StringComparison.Ordinal), keys.Auth), (keys.P256dh, ""), (keys.P256dh, "AAAA"), (keys.P256dh, "?") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostForm("/account/push", [("endpoint", collector.Address + "x"), ("p256dh", p256dh), ("auth", auth)])).StatusCode);

        Assert.Equal(0, await site.Store.Read(db => db.PushDevices.CountAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm("/account/push", [("endpoint", "https://push.example.org/x"), ("p256dh", keys.P256dh), ("auth", keys.Auth)])).StatusCode);
    }

    [Theory]
    [InlineData("https://push.example.org/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("http://127.0.0.1/x")]
    public async Task A_name_that_leads_inside_is_not_connected_to(string endpoint)
    {
        // Whatever the name said when it was taken.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var sender = new PushSender(new PushSettings(true, "", ""), new PublicConnection((_, _) => Task.FromResult(new[] { IPAddress.Parse("93.184.215.14"), IPAddress.Loopback })));

        var answer = await sender.Send(collector.Device("x") with { Endpoint = endpoint }, [1], "vapid t=x, k=x", "topic", TestContext.Current.CancellationToken);

        Assert.Equal((null, PushSender.Inside, false), (answer.Status, answer.Error, answer.IsForLater));
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Nothing_is_followed_that_a_service_sends_on_to()
    {
        (collector.Answer, collector.Location) = (_ => HttpStatusCode.TemporaryRedirect, canary.Address + "x");
        using var sender = new PushSender(new PushSettings(true, collector.Address, ""));

        var answer = await sender.Send(collector.Device("phone"), [1], "vapid t=x, k=x", "topic", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.TemporaryRedirect, false, false), (answer.Status, answer.IsTaken, answer.IsForLater));
        Assert.Empty(canary.Came.Count + canary.Refused.Count + canary.Faults.Count == 0 ? [] : new[] { "The canary was asked." });
    }

    [Fact]
    public async Task Where_it_is_switched_off_nobody_is_asked_for_and_nothing_is_sent()
    {
        await using var quiet = await RunningSite.Start(settings: new(collector.Settings) { ["Community:Push:Mode"] = "off" });
        var (device, browser) = (collector.Device("phone"), await quiet.SignedIn());

        Assert.Contains("From this site notices are not pushed.", await browser.Page("/account/push"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostForm("/account/push", [("endpoint", device.Endpoint), ("p256dh", device.P256dh), ("auth", device.Auth)])).StatusCode);
        Assert.Equal(0, await quiet.Store.Read(db => db.PushKeys.CountAsync()));
    }
}
