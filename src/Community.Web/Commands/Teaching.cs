using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace Community.Web.Commands;

/// <summary>Help that teaches: below the usage, examples to copy, what to know, and the exit codes that all commands share.</summary>
public static class Teaching
{
    const string ExitCodes = """
        Results go to standard output; progress, logs and sentences about failures to standard error.
        Exit code: 0 done; 1 failed, with one sentence that says what and where; 2 wrong usage.
        """;

    static readonly ConditionalWeakTable<Command, Lesson> Lessons = [];

    /// <param name="examples">What is typed after the program's name, one a line, each with a remark behind <c>#</c> where it needs one.</param>
    /// <param name="knowing">Plain sentences: what happens beside a running server, what when it is stopped.</param>
    public static Command Teach(this Command command, string examples, string knowing)
    {
        Lessons.AddOrUpdate(command, new Lesson(examples, knowing));
        return command;
    }

    /// <summary>Makes <c>--help</c> of every command below say it.</summary>
    public static RootCommand WithTeachingHelp(this RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Teacher((HelpAction)help.Action!);
        return root;
    }

    static void Write(Command command, TextWriter output)
    {
        if (!Lessons.TryGetValue(command, out var lesson)) return;

        output.WriteLine(command.Subcommands.Count > 0 && command is not RootCommand ? "Example:" : "Examples:");
        foreach (var example in lesson.Examples.ReplaceLineEndings("\n").Split('\n')) output.WriteLine("  " + example);
        output.WriteLine();
        output.WriteLine(lesson.Knowing.ReplaceLineEndings());
        output.WriteLine();
        output.WriteLine(ExitCodes.ReplaceLineEndings());
        output.WriteLine();
    }

    sealed record Lesson(string Examples, string Knowing);

    sealed class Teacher(HelpAction usage) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = usage.Invoke(parseResult);
            Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
            return code;
        }
    }
}
