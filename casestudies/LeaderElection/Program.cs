using System.Runtime.InteropServices;
using LeaderElection.CommandLine;

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await Application.RunAsync(args, Console.In, Console.Out, Console.Error, stopping.Token);

void Stop(PosixSignalContext context)
{
    context.Cancel = true;

    // Ctrl-C reaches the nodes of a cluster, too: they wait for the word of their launcher.
    if (context.Signal == PosixSignal.SIGINT && args is ["node", ..] && !args.Contains("--configuration")) return;
    stopping.Cancel();
}
