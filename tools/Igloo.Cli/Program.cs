using System.Runtime.InteropServices;
using Igloo.Cli;
using Igloo.Cli.Terminals;

using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
return await Application.RunAsync(args, Terminal.OfProcess(), cancellation.Token);

void Cancel(PosixSignalContext context)
{
    // The second signal ends the process at once, should a command not listen to the first.
    context.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
