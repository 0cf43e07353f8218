using System.Globalization;
using Community.Playbooks;
using Community.Web.People;

namespace Community.Web.Playbooks;

/// <summary>Who is meant by a choice and a name in a form.</summary>
public sealed class TypedDoer(TypedName names)
{
    public const string Starter = "starter", Owner = "owner", Person = "person";

    /// <exception cref="RefusedException">There is nobody of this name.</exception>
    public async Task<Doer> Of(string? word, string? name, string field) => word switch
    {
        null or "" or Starter => Doer.Starter,
        Owner => Doer.Owner,
        Person => Doer.Person(await Id(name, field)),
        _ => Doer.Unit(long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : 0),
    };

    /// <exception cref="RefusedException">There is nobody of this name.</exception>
    public async Task<long> Id(string? name, string field) =>
        await names.Id(name) is > 0 and var id ? id : throw new RefusedException(Refusal.Invalid, "There is nobody of this name among the staff, or more than one.") { Field = field };

    public static string Word(Doer doer) => doer.Party switch
    {
        Party.Starter => Starter,
        Party.Owner => Owner,
        Party.Person => Person,
        _ => doer.UnitId!.Value.ToString(CultureInfo.InvariantCulture),
    };
}
