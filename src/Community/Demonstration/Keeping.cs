using Community.Topics;

namespace Community.Demonstration;

/// <summary>What keeps a space in order: closures, pins, and what was taken out of sight.</summary>
sealed class Keeping(CloseTopic close, PinTopic pin, WithdrawPost withdraw, RemovePost remove)
{
    public Task Keep(Story story, Scene scene, Cast cast, CancellationToken stop) => scene.Act switch
    {
        "close" => close.Run(cast.Person(scene.By), cast.Topic(story), Enum.Parse<Outcome>(scene.Words["outcome"], ignoreCase: true), scene.Text, stop),
        "pin" => pin.Run(cast.Person(scene.By), cast.Topic(story), pinned: true, stop),
        "withdraw" => withdraw.Run(cast.Person(scene.By), cast.Post(story, scene.Of), stop),
        _ => remove.Run(cast.Person(scene.By), cast.Post(story, scene.Of), scene.Text, stop: stop),
    };
}
