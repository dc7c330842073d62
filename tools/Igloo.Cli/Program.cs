using System.Runtime.InteropServices;
using Igloo.Cli;
using Igloo.Cli.Terminals;

var patience = TimeSpan.FromSeconds(10);
using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
return await Application.RunAsync(args, Terminal.OfProcess(), cancellation.Token);

void Cancel(PosixSignalContext context)
{
    // The second signal ends the process at once, should a command not listen to the first.
    context.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
    // Nor may work that does not listen outlive the request.
    _ = Task.Delay(patience).ContinueWith(_ => Environment.Exit(ExitCode.Cancelled), TaskScheduler.Default);
}
