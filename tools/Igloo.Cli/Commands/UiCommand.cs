using System.CommandLine;
using System.Diagnostics;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;
using Igloo.Viewing;
using Igloo.Viewing.Serving;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo ui</c>: serves the page on which models are stepped through.</summary>
internal static class UiCommand
{
    private static readonly string[] Openers = ["xdg-open", "open"];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var target = new TargetOptions();
        var port = new Option<int>("--port") { Description = "The port on this machine; a free one by default.", HelpName = "N" };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Print the address and open no browser." };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 0 or > 65535)
            {
                result.AddError("--port is a number from 0 to 65535.");
            }
        });
        var command = new Command("ui", "Step through the models in a browser: states, events, properties, charts, state graphs.");
        target.AddTo(command);
        command.Add(port);
        command.Add(noBrowser);
        command.SetAction(async (arguments, cancellation) =>
        {
            var models = ModelAssembly.Load(await target.AssemblyPathAsync(arguments, terminal, cancellation));
            await using var server = Start(Catalogue.Of(models.WithModels), arguments.GetValue(port));
            await terminal.Out.WriteLineAsync($"{Path.GetFileName(models.Path)} at {terminal.Style.Heading(server.Address.ToString())}   (Ctrl-C ends it)");
            await terminal.Out.FlushAsync(CancellationToken.None);
            if (!arguments.GetValue(noBrowser) && terminal.ShowsProgress)
            {
                OpenBrowser(server.Address);
            }

            // To be ended is how this command ends well.
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return ExitCode.Holds;
        });
        return command;
    }

    private static ViewServer Start(Catalogue catalogue, int port)
    {
        try
        {
            return ViewServer.Start(catalogue, port);
        }
        catch (IOException taken)
        {
            throw new UserErrorException(taken.Message, "Leave out --port to use a free one.");
        }
    }

    // Where there is no browser to open the address is on the terminal anyway.
    private static void OpenBrowser(Uri address)
    {
        var opener = Openers.Select(Diagnosis.Machine.OnPath).FirstOrDefault(path => path is not null);
        if (opener is not null)
        {
            using var process = Process.Start(new ProcessStartInfo(opener, [address.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
    }
}
