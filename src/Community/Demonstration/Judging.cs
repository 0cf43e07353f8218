using Community.Notes;
using Community.Questions;
using Community.Topics;

namespace Community.Demonstration;

/// <summary>What people think of what others wrote, and whom they trust with it.</summary>
sealed class Judging(CastVote cast, AcceptAnswer accept, BookmarkPost bookmark, AppointNoteSteward appoint)
{
    public Task Vote(long personId, long postId, int value, CancellationToken stop) => cast.Run(personId, postId, value, stop);

    public Task Judge(Story story, Scene scene, Cast who, CancellationToken stop) => scene.Act switch
    {
        "accept" => accept.Run(who.Person(scene.By), who.Topic(story), who.Post(story, scene.Of), stop),
        "bookmark" => bookmark.Run(who.Person(scene.By), who.Post(story, scene.Of), kept: true, stop),
        _ => appoint.Run(who.Person(scene.By), who.Topic(story), who.Person(scene.Words["person"]), appointed: true, stop: stop),
    };
}
