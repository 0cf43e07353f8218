using Community.Questions.Answering;

namespace Community.Demonstration;

/// <summary>Who has a question, too, and for whom an answer also worked.</summary>
sealed class Agreeing(HaveSameQuestion have, MarkHelpful mark)
{
    public Task Agree(Story story, Scene scene, Cast cast, CancellationToken stop) =>
        scene.Act == "also" ? have.Run(cast.Person(scene.By), cast.Topic(story), stop) : mark.Run(cast.Person(scene.By), cast.Post(story, scene.Of), stop);
}
