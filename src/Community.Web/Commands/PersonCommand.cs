using System.CommandLine;

namespace Community.Web.Commands;

/// <summary><c>person add</c>.</summary>
public static class PersonCommand
{
    public static Command Build() => new("person", "The people.");
}
