using System.Net;
using Community.Questions;
using Community.Topics;

namespace Community.Evaluation;

/// <summary>How documents become topics. One that says whether it was accepted is an answer: it stands under a question with its title, which nobody in particular asked. Every other one is a practice note.</summary>
sealed class Filing(long spaceId, Func<string, long> personOf, DateTime now)
{
    readonly Dictionary<Topic, Post> accepted = [];

    /// <summary>Answers to one question, of which one is accepted at most; every other document for itself.</summary>
    public static IEnumerable<IReadOnlyList<JudgedDocument>> Together(IReadOnlyList<JudgedDocument> documents)
    {
        foreach (var same in documents.GroupBy(document => document is { IsAnswer: true, Title.Length: > 0 } ? document.Title : "\n" + document.Id))
        {
            var question = new List<JudgedDocument>();
            foreach (var document in same)
            {
                if (document.IsAccepted && question.Exists(other => other.IsAccepted))
                {
                    yield return question;
                    question = [];
                }

                question.Add(document);
            }

            yield return question;
        }
    }

    public Topic Topic(IReadOnlyList<JudgedDocument> together) => together[0].IsAnswer ? Question(together) : Note(together[0]);

    public IEnumerable<Acceptance> Accepted(Topic topic) => accepted.TryGetValue(topic, out var post) ? [new Acceptance(topic, post, now)] : [];

    Topic Question(IReadOnlyList<JudgedDocument> answers)
    {
        var first = answers.Min(answer => answer.At ?? now);
        var topic = Topics.Topic.Imported(TopicKind.Question, spaceId, answers[0].Title, personOf(""), first, null);
        topic.AddImported(Part.Opening, null, personOf(""), null, 0, first, Texts("", [""], first));
        foreach (var answer in answers)
        {
            var at = answer.At ?? now;
            var post = topic.AddImported(Part.Answer, null, Author(answer), null, answer.Score, at, Texts(answer.Text, answer.Authors, at));
            if (answer.IsAccepted) accepted[topic] = post;
        }

        topic.TellImported(now);
        return topic;
    }

    /// <summary>Of several authors each gave the text a revision, as people who keep a note together do.</summary>
    Topic Note(JudgedDocument document)
    {
        var at = document.At ?? now;
        var topic = Topics.Topic.Imported(TopicKind.Note, spaceId, document.Title, Author(document), at, null);
        topic.AddImported(Part.Opening, null, Author(document), null, document.Score, at, Texts(document.Text, document.Authors, at));
        topic.TellImported(now);
        return topic;
    }

    long Author(JudgedDocument document) => personOf(document.Authors.FirstOrDefault(""));

    IEnumerable<ImportedText> Texts(string text, IReadOnlyList<string> authors, DateTime at)
    {
        var stored = new PostText(text, "<p>" + WebUtility.HtmlEncode(text) + "</p>", [], [], []);
        return authors.DefaultIfEmpty("").Select(author => new ImportedText(stored, personOf(author), "", at));
    }
}
