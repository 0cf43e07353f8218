using Community.Notes.Answering;
using Community.Questions.Finding;
using Community.Questions.Promise;

namespace Community.Demonstration;

/// <summary>What was found before it was asked, by when a question is needed, and which note answers it.</summary>
sealed class Looping(FindAnswer find, SayNeed need, AnswerWithNote answer, TimeProvider clock)
{
    public Task Loop(Story story, Scene scene, Cast cast, CancellationToken stop)
    {
        var (by, topic) = (cast.Person(scene.By), cast.Topic(story));
        return scene.Act switch
        {
            "found" => find.Run(by, topic, scene.Text, stop: stop),
            "need" => need.Run(by, topic, DateOnly.FromDateTime(clock.Now()).AddDays(scene.Days), scene.Text, stop),
            _ => answer.Run(by, topic, cast.Named(scene.Note), stop),
        };
    }
}
