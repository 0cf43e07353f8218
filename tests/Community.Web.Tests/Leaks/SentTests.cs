using System.Net;
using Community.Notifications;
using Community.Notifications.Mailing;
using Community.Notifications.Pushing;
using Community.People;
using Community.Web.Tests.Gate;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Leaks;

/// <summary>What is sent away, where nobody asks for it again: letters, pushes, and feeds at secret addresses.</summary>
[Collection(nameof(LeakVillage))]
public sealed class SentTests(LeakVillage village)
{
    static readonly string[] Signed = [.. LeakVillage.Roles.Where(role => role != GateVillage.Visitor)];

    [Fact]
    public async Task No_letter_tells_what_is_out_of_sight()
    {
        var (leaks, seen, composer) = (new List<string>(), 0, village.Site.Services.GetRequiredService<IComposeLetters>());
        foreach (var role in Signed)
        {
            var person = village.Gate.IdOf(role);
            await village.Site.Verb<ChooseMail>().Run(person, Enum.GetValues<MailGroup>().ToDictionary(group => group, group => group == MailGroup.Spaces ? MailPace.Daily : MailPace.AtOnce));
            var topics = await village.Site.Store.Read(db => db.Notifications.Where(n => n.PersonId == person).Select(n => new { n.TopicId, n.SpaceId }).Distinct().ToListAsync());
            var letters = topics.Select(about => Mail.OfNotices(person, "", "", about.TopicId, about.TopicId is null ? about.SpaceId : null, DateTime.UtcNow, DateTime.UtcNow)).Append(Mail.OfDigest(person, "", "", true, DateTime.UtcNow));
            foreach (var letter in letters)
            {
                if (await composer.Compose(letter, TestContext.Current.CancellationToken) is not { } written) continue;

                var text = string.Join('\n', written.Subject, written.Text, WebUtility.HtmlDecode(written.Html));
                leaks.AddRange(village.HiddenFrom(role).Where(secret => text.Contains(secret.Word, StringComparison.OrdinalIgnoreCase)).Select(secret => $"{role} is told of {secret}"));
                seen += village.Secrets.Count(secret => secret.IsFor(role) && text.Contains(secret.Word, StringComparison.OrdinalIgnoreCase));
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Distinct()));
        // Letters that tell nothing to anybody would prove nothing.
        Assert.True(seen > 0);
    }

    [Fact]
    public async Task No_push_tells_what_is_out_of_sight_or_was_written()
    {
        var (leaks, told, titles, writer) = (new List<string>(), 0, 0, village.Site.Services.GetRequiredService<IWritePushes>());
        foreach (var role in Signed)
        {
            var person = village.Gate.IdOf(role);
            var topics = await village.Site.Store.Read(db => db.Notifications.Where(n => n.PersonId == person).Select(n => new { n.TopicId, n.SpaceId }).Distinct().ToListAsync());
            foreach (var about in topics)
            {
                var device = new PushDevice(person, Guid.NewGuid(), new PushTarget("", "", ""), "", DateTime.UtcNow);
                if (await writer.Write(new Push(device, 0, about.TopicId, about.TopicId is null ? about.SpaceId : null, DateTime.UtcNow), TestContext.Current.CancellationToken) is not { } written) continue;

                var text = string.Join('\n', written.Title, written.Body, written.Tag, written.Url);
                leaks.AddRange(village.HiddenFrom(role).Where(secret => text.Contains(secret.Word, StringComparison.OrdinalIgnoreCase)).Select(secret => $"{role} is told of {secret}"));
                // What a reply says stands in no title, and so on no screen, also for those who may read it.
                leaks.AddRange(village.Secrets.Where(secret => secret.Place == Place.Reply && text.Contains(secret.Word, StringComparison.OrdinalIgnoreCase)).Select(secret => $"{role} has on the screen {secret}"));
                told++;
                titles += written.Title.Length > 0 ? 1 : 0;
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Distinct()));
        Assert.True(told > 0 && titles == told);
    }

    [Fact]
    public async Task No_feed_at_a_secret_address_tells_what_is_out_of_sight_of_whose_it_is()
    {
        var (leaks, seen) = (new List<string>(), 0);
        using var program = village.Site.Visitor();
        foreach (var role in Signed)
        {
            await village.Site.Verb<RenewFeedKey>().Run(village.Gate.IdOf(role));
            var key = await village.Site.Store.Read(db => db.FeedKeys.Where(k => k.PersonId == village.Gate.IdOf(role)).Select(k => k.Secret).SingleAsync());
            var addresses = GateVillage.Spaces.Select(space => $"/spaces/{space}/feed.json?key={key}").Concat([$"/feed.atom?key={key}", $"/search/feed.json?q=marlin&key={key}"]).Concat(village.Secrets.Select(secret => $"/topics/{secret.TopicId}/feed.atom?key={key}")).Distinct();
            foreach (var address in addresses)
            {
                var text = await program.Page(address);
                leaks.AddRange(village.HiddenFrom(role).Where(secret => text.Contains(secret.Word, StringComparison.OrdinalIgnoreCase)).Select(secret => $"{role} reads {secret} at {address}"));
                seen += village.Secrets.Count(secret => secret.IsFor(role) && text.Contains(secret.Word, StringComparison.OrdinalIgnoreCase));
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Distinct()));
        Assert.True(seen > 0);
    }
}
