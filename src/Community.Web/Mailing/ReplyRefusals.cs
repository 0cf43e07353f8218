using Community.Notifications;
using Community.Notifications.Replies;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Mailing;

/// <summary>What is written to somebody whose answer by mail was not taken.</summary>
sealed class ReplyRefusals(KnownCommunity known, CommunityStore store, IStringLocalizer<MailingText> text, IStringLocalizer<Refusals> sentences) : IWordReplies
{
    public string TopLine => LetterWords.TopLineIn(text);

    public async Task<string> Site() => (await known.Ground()).Institution?.PublicAddress.TrimEnd('/') ?? "";

    public async Task<(string Subject, string Text)> Refused(RefusedException why, Mail letter, string subject, string typed, CancellationToken stop)
    {
        var viewer = (await known.Viewer(letter.PersonId)).Unasked;
        var topic = await store.Read(db => db.Topics.VisibleTo(viewer).AsNoTracking().FirstOrDefaultAsync(t => t.Id == letter.TopicId, stop));
        var place = await Site() + (topic is null ? "/notifications" : TopicAddress.Of(topic.Kind, topic.Id, null));
        var lines = new[]
        {
            text["Hello {0},", letter.ToName].Value, text["what you wrote by mail was not taken."].Value, sentences[why.Sentence, [.. why.Arguments]].Value,
            $"{text["Here you can write it"].Value}: {place}", typed.Length > 0 ? $"{text["This is what you wrote"].Value}:\n\n{typed}" : "",
        };
        return (text["Not taken: {0}", subject].Value, string.Join("\n\n", lines.Where(line => line.Length > 0)));
    }
}
