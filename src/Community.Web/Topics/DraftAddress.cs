using Community.Topics;

namespace Community.Web.Topics;

/// <summary>Where a draft is gone on with.</summary>
public static class DraftAddress
{
    public static string Of(DraftPlace place) => place.Kind switch
    {
        DraftKind.Topic => $"/new/{place.Topic.ToString().ToLowerInvariant()}",
        DraftKind.Reply => $"/threads/{place.Id}#reply",
        DraftKind.Suggest => $"/posts/{place.Id}/suggest",
        DraftKind.Merge => $"/notes/{place.Id}/merge",
        DraftKind.Variant => $"/notes/{place.Id}/variant",
        DraftKind.Edit => $"/posts/{place.Id}/edit",
        _ => TopicAddress.Permalink(place.Id),
    };
}
