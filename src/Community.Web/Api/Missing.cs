namespace Community.Web.Api;

/// <summary>Fields that a request must have.</summary>
static class Missing
{
    /// <exception cref="RefusedException">There is no value.</exception>
    public static T Demand<T>(T? value, string field) where T : struct => value ?? throw Field(field);

    public static RefusedException Field(string field) => new(Refusal.Invalid, "This has to be given.") { Field = field };
}
