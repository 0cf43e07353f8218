using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Community.Web.Frame;

/// <summary>A controller that can show its form again with what was typed, when a verb refused it.</summary>
public interface IFormAgain
{
    /// <summary>The page of the action that was refused, with its form; null when that action has no page of its own.</summary>
    /// <param name="action">The action's method name.</param>
    /// <param name="arguments">What was bound: ids and the form.</param>
    Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments);
}

/// <summary>What was bound when a verb refused.</summary>
public static class BoundArguments
{
    /// <returns>Null where nothing was sent: such a name is not among them.</returns>
    public static object? Sent(this IDictionary<string, object?> arguments, string name) => arguments.TryGetValue(name, out var value) ? value : null;
}

/// <summary>Under the route of its controller <see cref="IFormAgain.Again"/> would be an address of its own, open to any method.</summary>
sealed class FormAgainIsNoAction : IControllerModelConvention
{
    public void Apply(ControllerModel controller)
    {
        foreach (var action in controller.Actions.Where(action => action.ActionMethod.Name == nameof(IFormAgain.Again)).ToList()) controller.Actions.Remove(action);
    }
}
