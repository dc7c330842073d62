using System.CommandLine;
using LeaderElection.Configuration;

namespace LeaderElection.CommandLine;

/// <summary>The command line as a function: reads the arguments, runs a cluster or a node, and turns every failure into one message.</summary>
public static class Application
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The arguments as the shell gave them.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="cancellation">Cancelled by a signal.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextReader input, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(error);
        var parsed = Root(input, output, error).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync($"{parsed.Errors[0].Message} See --help.");
            return ExitCode.Usage;
        }

        try
        {
            // Signals are handled by the process itself: the nodes must be stopped in order.
            var settings = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(settings, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is ConfigurationException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.Usage;
        }
        catch (Exception bug)
        {
            await error.WriteLineAsync($"This should not happen: {bug}");
            return ExitCode.Failure;
        }
    }

    private static RootCommand Root(TextReader input, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Elects a leader in a ring of processes over UDP, each under a permission monitor, and checks the run against the models.");
        ClusterCommand.AddTo(root, output);
        var cluster = new Command("cluster", "The same, spelled out.");
        ClusterCommand.AddTo(cluster, output);
        root.Add(cluster);
        root.Add(NodeCommand.Create(input, output, error));
        return root;
    }
}
