using Igloo.Cli.Terminals;

namespace Igloo.Cli.Tests.Running;

/// <summary>Runs commands in this process.</summary>
internal static class Command
{
    public static Task<CommandResult> RunAsync(params string[] arguments) => RunAsync(TextReader.Null, arguments);

    /// <summary>Runs a command that reads what the user types.</summary>
    public static async Task<CommandResult> RunAsync(TextReader input, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await Application.RunAsync(arguments, Terminal.Plain(output, error, input), TestContext.Current.CancellationToken);
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }
}
