using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Community.Notifications.Pushing;

namespace Community.Tests.Notifications;

public sealed class WebPushCryptoTests
{
    /// <summary>RFC 8291, appendix A.</summary>
    [Fact]
    public void The_example_of_the_RFC_comes_out_to_the_byte()
    {
        var point = Base64Url.DecodeFromChars("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        using var sender = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Base64Url.DecodeFromChars("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), Q = new ECPoint { X = point[1..33], Y = point[33..] } });
        var device = new PushTarget("https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV", "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", "BTBZMqHH6r4Tts7J_aSIgg");
        var text = Encoding.UTF8.GetBytes("When I grow up, I want to be a watermelon");

        var made = WebPushCrypto.Seal(device, text, sender, Base64Url.DecodeFromChars("DGv6ra1nlYgDCS1FRnbzlw"), paddedTo: 1);

        Assert.Equal("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN", Base64Url.EncodeToString(made));
    }

    [Fact]
    public void No_two_messages_are_alike_and_lengths_tell_little()
    {
        using var device = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = device.ExportParameters(false).Q;
        var target = new PushTarget("https://push.example.net/x", Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]), Base64Url.EncodeToString(new byte[16]));
        var made = new[] { "a", "a", new string('b', 300) }.Select(text => WebPushCrypto.Seal(target, Encoding.UTF8.GetBytes(text))).ToList();

        Assert.Single(made.Select(one => one.Length).Distinct());
        Assert.NotEqual(made[0], made[1]);
        // The longest title in the longest letters still fits into what services take.
        Assert.InRange(WebPushCrypto.Seal(target, Encoding.UTF8.GetBytes(new string('\u4e2d', 1_000))).Length, 3_000, 4_096);
    }
}
