namespace Community.Web.Presence;

/// <summary>What somebody who is in a topic is told of the others there: ids only; the names are fetched over HTTP.</summary>
/// <param name="People">Who else is there, at most 100, by id.</param>
/// <param name="Writing">Those of them who are writing something.</param>
/// <param name="Editing">Those who have the same post in the editor; empty for whoever has none there.</param>
public sealed record Present(long TopicId, IReadOnlyList<long> People, IReadOnlyList<long> Writing, IReadOnlyList<long> Editing)
{
    const int MostPeople = 100;

    /// <param name="claims">Of those who may be there.</param>
    internal static Present Of(long topicId, IReadOnlyCollection<Claim> claims, long personId, long postId)
    {
        List<Claim> others = [.. claims.Where(claim => claim.PersonId != personId)];
        return new Present(topicId, Ids(others), Ids(others.Where(claim => claim.IsWriting)), postId == 0 ? [] : Ids(others.Where(claim => claim.PostId == postId)));
    }

    internal string Text => $"{string.Join(',', People)} {string.Join(',', Writing)} {string.Join(',', Editing)}";

    static List<long> Ids(IEnumerable<Claim> claims) => [.. claims.Select(claim => claim.PersonId).Distinct().Order().Take(MostPeople)];
}
