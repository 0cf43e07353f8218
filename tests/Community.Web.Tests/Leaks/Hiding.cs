using Community.Glossary;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Community.Topics.Moderating;
using Community.Web.Tests.Gate;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Leaks;

/// <summary>Puts words where not everybody may read them.</summary>
sealed class Hiding(LeakVillage village)
{
    /// <summary>What is held wherever it stands.</summary>
    const string Watched = "quillwort harbourage";

    GateVillage Gate => village.Gate;

    /// <summary>Once, before anything is written.</summary>
    public Task Watch() => Gate.Verb<KeepGuardRule>().Run(null, null, GuardKind.Subject, new GuardWords("Harbours", $"\"{Watched}\"", CheckDigit.None, GuardAct.Hold, "It is secret by law.", "That there is a harbour.", Gate.IdOf("administrator"), null, DateTime.UtcNow.AddDays(30)));

    /// <summary>Writes what holds the word; gives the secret with the topic that it stands in.</summary>
    public async Task<Secret> Write(Secret secret)
    {
        var (author, text) = (secret.AuthorId, $"About {secret.Word} and {secret.Bait}, of {LeakVillage.Common} rope and its splicing.");
        switch (secret.Place)
        {
            case Place.Topic or Place.OldTitle or Place.WithdrawnTopic:
                return secret with { TopicId = await Start(secret, $"About {secret.Word}, splicing {LeakVillage.Common} rope", text, secret.Word + "-tag") };
            case Place.Note:
                return secret with { TopicId = await Gate.Verb<StartTopic>().Run(author, secret.Space, TopicKind.Note, secret.Word, $"Of {secret.Bait}.", []) };
            case Place.OldText:
                return secret with { TopicId = await Start(secret, "Of a text", text) };
            case Place.Held:
                return secret with { TopicId = await Hold(secret, text) };
            case Place.Waiting:
                await Assert.ThrowsAsync<HeldException>(() => Start(secret, $"About {secret.Word}", $"{text} {Watched}", secret.Word + "-tag"));
                return secret with { TopicId = await Start(secret, "Of what waits", "Nothing of it.") };
            case Place.Term or Place.OldTerm or Place.RemovedTerm:
                await Gate.Verb<AddTerm>().Run(author, secret.Space, TermText.Of(secret.Word, $"Means {secret.Word}.", [secret.Word + "form", secret.Bait]));
                return secret with { TopicId = await Start(secret, "Of a word", $"It says {secret.Bait}.") };
        }

        var topic = await Start(secret, $"Of a {secret.Place.ToString().ToLowerInvariant()}", "Nothing of it.");
        if (secret.Place == Place.Draft) await Gate.Verb<SaveDraft>().Run(author, DraftPlace.ReplyIn(topic), new DraftText(text, secret.Word, Tags: secret.Word + "-tag"), null);
        else if (secret.Place == Place.Quoted) await Quote(secret, topic);
        else await Gate.Verb<AddPost>().Run(author, topic, Part.Reply, null, text);
        return secret with { TopicId = topic };
    }

    /// <summary>Takes out of sight what is not to stay there.</summary>
    public async Task TakeBack(Secret secret)
    {
        var (author, keeper) = (secret.AuthorId, Gate.IdOf("administrator"));
        switch (secret.Place)
        {
            case Place.WithdrawnTopic:
                await Gate.Verb<WithdrawPost>().Run(author, await Gate.Opening(secret.TopicId));
                break;
            case Place.WithdrawnReply:
                await Gate.Verb<WithdrawPost>().Run(author, await Reply(secret));
                break;
            case Place.Removed:
                await Gate.Verb<RemovePost>().Run(keeper, await Reply(secret), "Off topic.");
                break;
            case Place.Hidden:
                await Gate.Verb<HidePost>().Run(keeper, await Reply(secret), "It may name a reader.", 1);
                break;
            case Place.Purged:
                var purge = await Gate.Verb<AskPurge>().Run(keeper, await Reply(secret), "A court asks for it.", 7);
                await Gate.Verb<DecidePurge>().Run(await village.Site.Person("Pia Purger", Role.Administrator), purge, true);
                break;
            case Place.OldText:
                await Gate.Verb<RevisePost>().Run(author, await Gate.Opening(secret.TopicId), new Edit("Nothing of it any more.", secret.Word, null));
                break;
            case Place.OldTitle:
                await Gate.Verb<RevisePost>().Run(author, await Gate.Opening(secret.TopicId), new Edit("Nothing of it any more.", null, null));
                await Gate.Verb<RetitleTopic>().Run(keeper, secret.TopicId, "Called otherwise", []);
                break;
            case Place.OldTerm:
                await Gate.Verb<ReviseTerm>().Run(author, await Term(secret), TermText.Of($"Renamed {secret.Tier}", "Means something else.", []), 1);
                break;
            case Place.RemovedTerm:
                await Gate.Verb<RemoveTerm>().Run(keeper, await Term(secret), "Off topic.");
                break;
        }
    }

    Task<long> Start(Secret secret, string title, string body, params string[] tags) => Gate.Verb<StartTopic>().Run(secret.AuthorId, secret.Space, TopicKind.Thread, title, body, tags);

    /// <summary>A post with the word in it is quoted and hidden, before anybody's saved search is asked.</summary>
    async Task Quote(Secret secret, long topic)
    {
        var source = await Gate.Verb<AddPost>().Run(secret.AuthorId, topic, Part.Reply, null, $"A passage of {secret.Word}.");
        await Gate.Verb<AddPost>().Run(secret.AuthorId, topic, Part.Reply, null, $"> [!quote post={source} rev=1]\n> A passage of {secret.Word} and {secret.Bait}.\n\nI think so, too.");
        await Gate.Verb<RemovePost>().Run(Gate.IdOf("administrator"), source, "Off topic.");
    }

    /// <summary>No verb holds a topic back yet; the gate knows of it.</summary>
    Task<long> Hold(Secret secret, string text) => village.Site.Store.Write(async db =>
    {
        var space = await db.Spaces.Where(s => s.Slug == secret.Space).Select(s => s.Id).SingleAsync();
        var html = $"<p>{text}</p>";
        var topic = db.Topics.Add(new Topic(TopicKind.Thread, space, $"About {secret.Word}", new PostText(text, html, [], [], []), secret.AuthorId, DateTime.UtcNow)).Entity;
        await db.SaveChangesAsync();
        await db.Posts.Where(p => p.TopicId == topic.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Standing, Standing.Held));
        await db.Topics.Where(t => t.Id == topic.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Standing, Standing.Held));
        return topic.Id;
    });

    Task<long> Reply(Secret secret) => village.Site.Store.Read(db => db.Posts.Where(p => p.TopicId == secret.TopicId && p.Part == Part.Reply).Select(p => p.Id).SingleAsync());

    Task<long> Term(Secret secret) => village.Site.Store.Read(db => db.Terms.Where(t => t.Name == secret.Word).Select(t => t.Id).SingleAsync());
}
