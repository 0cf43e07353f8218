using Community.People;
using Community.Topics;
using Community.Web.Answers;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Topics;

/// <summary>Replies, answers and comments.</summary>
public sealed class RepliesController(CurrentViewer current, TopicLoading topics, AddPost add, Agreeing agreeing) : Controller, IFormAgain
{
    [HttpPost("/topics/{id:long}/posts")]
    [TakesFiles]
    public async Task<IActionResult> Create(long id, ReplyForm form)
    {
        await agreeing.Demand(id, form, HttpContext.RequestAborted);
        var postId = await add.Run(current.PersonId, id, form.Part, form.ParentId, form.Body,
            Once.OfForm(form.Key, $"{id}", form.Part.ToString(), $"{form.ParentId}", form.Body, form.Speaks, form.MaskFound ? nameof(form.MaskFound) : null), form.DraftVersion, form.Speech, HttpContext.RequestAborted);
        return new SeeOther(TopicAddress.Permalink(postId));
    }

    /// <summary>The topic again, with the text in its field and the sentence above it.</summary>
    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        var form = (ReplyForm)arguments["form"]!;
        if (await topics.Find((long)arguments["id"]!) is not { IsClosed: false } topic) return null;
        if (form.Part != Part.Comment) return View(topic.Kind.ToString(), await topics.Load(topic, null, null, form));
        if (topic.Kind != TopicKind.Question) return null;

        // Its form stands on the page under the post, where that is on the first one.
        var page = await topics.Load(topic, null, null);
        if (page.Shown.All(post => post.Id != form.ParentId)) return null;

        ViewData["TypedComment"] = form;
        return View(topic.Kind.ToString(), page);
    }
}
