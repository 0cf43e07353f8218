using Community.Governance;
using Community.Questions;
using Community.Questions.Promise;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;

namespace Community.Web.Asking;

/// <summary>Whether the reader may say by when a question needs its answer. Ask only for topics that came through the gate in this request.</summary>
public sealed class NeedLoading(KnownTopics known, CurrentViewer current, IHttpContextAccessor http)
{
    /// <summary>Null where the reader may not, or there is nothing to be answered.</summary>
    public async Task<NeedView?> Of(TopicHead head)
    {
        if (head is not { Kind: TopicKind.Question, Closure: null, Title: not null } || await known.Facts(head.Id) is not { } facts) return null;

        var viewer = await current.Get();
        if (!viewer.May(Act.SayNeed, facts.SpaceId, viewer.Is(facts.AuthorId) ? Who.Starter : Who.Nobody)) return null;

        var typed = http.HttpContext is { Request: { HasFormContentType: true } request } ? await request.ReadFormAsync() : null;
        return new NeedView(facts.Needed, typed?["NeededBy"].FirstOrDefault(), typed?["NeedReason"].FirstOrDefault());
    }
}

/// <summary>What was said, and what was typed and refused.</summary>
public sealed record NeedView(NeededBy? Needed, string? TypedDay, string? TypedReason);
