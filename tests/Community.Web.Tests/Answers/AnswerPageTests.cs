using System.Net;
using Community.Governance;
using Community.Questions;
using Community.Questions.Answering;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Answers;

/// <summary>What others say of a question and its answers, by forms alone.</summary>
public sealed class AnswerPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task An_answer_is_marked_beside_the_accepted_one_and_the_mark_is_taken_back()
    {
        var (question, address) = await Question("answers-a", "Which tape?");
        var (first, second) = (await Answer(question, "Linen."), await Answer(question, "Paper."));
        await site.Verb<AcceptAnswer>().Run(await site.Person("Ann Asker"), question, first);
        using var reader = await site.SignedIn("Rita Reader");
        using var other = await site.SignedIn("Olaf Other");
        using var helper = await site.SignedIn("Hal Helper");

        Assert.Contains($"formaction=\"/posts/{second}/helpful\" name=\"helped\" value=\"true\"", await reader.Page(address), StringComparison.Ordinal);
        Assert.DoesNotContain("/helpful\"", await helper.Page(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PostForm($"/posts/{second}/helpful", [("helped", "true")], on: address)).StatusCode);
        await reader.PostForm($"/posts/{first}/helpful", [("helped", "true")], on: address);
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.PostForm($"/posts/{second}/helpful", [("helped", "true")], on: address)).StatusCode);

        Assert.Contains("Also worked for 1: you", Flat(await reader.Page(address)), StringComparison.Ordinal);
        Assert.Contains("Also worked for 1: Rita Reader", Flat(await other.Page(address)), StringComparison.Ordinal);
        Assert.Contains("Also worked for 1: Rita Reader", Flat(await other.Page($"/posts/{second}/fragment")), StringComparison.Ordinal);
        Assert.Contains($"formaction=\"/posts/{second}/helpful\" name=\"helped\" value=\"false\"", await reader.Page(address), StringComparison.Ordinal);

        foreach (var post in new[] { first, second }) await reader.PostForm($"/posts/{post}/helpful", [("helped", "false")], on: address);
        Assert.DoesNotContain("Also worked for", await other.Page(address).ContinueWith(page => page.Result.Replace("Also worked for me", "", StringComparison.Ordinal), TaskScheduler.Default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_account_only_the_number_is_seen_and_who_took_the_name_off_is_seen_by_nobody()
    {
        var (question, address) = await Question("answers-b", "Which glue?", Tier.Public);
        var answer = await Answer(question, "Starch.");
        var (asker, rita) = (await site.Person("Ann Asker"), await site.Person("Rita Reader"));
        await site.Verb<MarkHelpful>().Run(asker, answer);
        await site.Verb<MarkHelpful>().Run(rita, answer);
        await site.Verb<HaveSameQuestion>().Run(rita, question);
        await site.Verb<UnnamePost>().Run(asker, await site.Store.Read(db => db.Posts.Where(p => p.TopicId == question && p.Part == Part.Opening).Select(p => p.Id).SingleAsync()));
        await site.Quiet();
        using var visitor = site.Visitor();
        using var other = await site.SignedIn("Olaf Other");

        var seen = Flat(await visitor.Page(address));
        Assert.Contains("Also worked for 2", seen, StringComparison.Ordinal);
        Assert.Contains("1 other has this question", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita Reader", seen, StringComparison.Ordinal);
        var page = Flat(await other.Page(address));
        Assert.Contains("Also worked for 2: Rita Reader, 1 other", page, StringComparison.Ordinal);
        Assert.Contains("1 other has this question: Rita Reader", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann Asker", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_question_too_hears_of_answers_and_of_the_accepted_one()
    {
        var (question, address) = await Question("answers-c", "Which box for maps?");
        using var reader = await site.SignedIn("Rita Reader");
        using var asker = await site.SignedIn("Ann Asker");
        Assert.DoesNotContain($"/topics/{question}/same", await asker.Page(address), StringComparison.Ordinal);
        Assert.Contains($"formaction=\"/topics/{question}/same\" name=\"also\" value=\"true\"", await reader.Page(address), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PostForm($"/topics/{question}/same", [("also", "true")], on: address)).StatusCode);
        Assert.Contains("1 other has this question: you", Flat(await reader.Page(address)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await asker.PostForm($"/topics/{question}/same", [("also", "true")], on: address)).StatusCode);
        var answer = await Answer(question, "The flat one.");
        await site.Verb<AcceptAnswer>().Run(await site.Person("Ann Asker"), question, answer);
        await site.Quiet();
        var notices = Flat(await reader.Page("/notifications"));
        Assert.Contains("answered a question that you have, too", notices, StringComparison.Ordinal);
        Assert.Contains("accepted an answer to a question that you have, too", notices, StringComparison.Ordinal);

        await reader.PostForm($"/topics/{question}/same", [("also", "false")], on: address);
        Assert.DoesNotContain("has this question", await asker.Page(address), StringComparison.Ordinal);
        await site.Verb<CloseTopic>().Run(await site.Person("Ann Asker"), question, Outcome.Answered, "The flat one.");
        Assert.Equal(HttpStatusCode.Conflict, (await reader.PostForm($"/topics/{question}/same", [("also", "true")], on: address)).StatusCode);
    }

    [Fact]
    public async Task A_post_of_nothing_but_agreement_is_refused_with_its_text_kept_and_the_button_offered()
    {
        var (question, address) = await Question("answers-d", "Which lamp?");
        var (answer, opening) = (await Answer(question, "The green one."), await site.Store.Read(db => db.Posts.Where(p => p.TopicId == question && p.Part == Part.Opening).Select(p => p.Id).SingleAsync()));
        using var reader = await site.SignedIn("Rita Reader");

        foreach (var (part, parent, text, offered) in new (string, long?, string, string)[]
        {
            ("Answer", null, "+1, same here!!", $"formaction=\"/topics/{question}/same\""),
            ("Comment", opening, "Me, too.", $"formaction=\"/topics/{question}/same\""),
            ("Comment", answer, "**+1** 👍", $"formaction=\"/posts/{answer}/helpful\""),
        })
        {
            var refused = await reader.PostForm($"/topics/{question}/posts", [("Part", part), ("ParentId", $"{parent}"), ("Body", text)], on: address);
            var page = await refused.Text();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(">\n" + text + "</textarea>", page, StringComparison.Ordinal);
            Assert.Contains(parent == answer ? "press “Also worked for me”" : "press “I have this question, too”", page, StringComparison.Ordinal);
            // Once in the acts, once beside the sentence.
            Assert.Equal(2, page.Split(offered).Length - 1);
        }

        Assert.Equal(2, await site.Store.Read(db => db.Posts.CountAsync(p => p.TopicId == question)));
        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PostForm($"/topics/{question}/posts", [("Part", "Comment"), ("ParentId", $"{answer}"), ("Body", "+1 for the green one: it is softer.")], on: address)).StatusCode);
        var thread = await site.Verb<StartTopic>().Run(await site.Person("Ann Asker"), "answers-d", TopicKind.Thread, "Lunch", "Who comes along?", []);
        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PostForm($"/topics/{thread}/posts", [("Part", "Reply"), ("Body", "Me too")], on: $"/threads/{thread}/lunch")).StatusCode);
    }

    static string Flat(string page) => System.Text.RegularExpressions.Regex.Replace(page, @"<[^>]*>|\s+", " ", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Replace("  ", " ", StringComparison.Ordinal);

    async Task<(long Id, string Address)> Question(string space, string title, Tier tier = Tier.Institution)
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, space, space, "", tier);
        var id = await site.Verb<StartTopic>().Run(await site.Person("Ann Asker"), space, TopicKind.Question, title, "It dries out.", []);
        return (id, $"/questions/{id}/{title.ToLowerInvariant().Replace(' ', '-').TrimEnd('?')}");
    }

    async Task<long> Answer(long question, string text) => await site.Verb<AddPost>().Run(await site.Person("Hal Helper"), question, Part.Answer, null, text);
}
