using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Frame;

/// <summary>A controller that can show its form again with what was typed, when a verb refused it.</summary>
public interface IFormAgain
{
    /// <summary>The page of the action that was refused, with its form; null when that action has no page of its own.</summary>
    /// <param name="action">The action's method name.</param>
    /// <param name="arguments">What was bound: ids and the form.</param>
    Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments);
}
