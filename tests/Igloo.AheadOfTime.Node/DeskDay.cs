using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Igloo.AheadOfTime.Node.Model;
using Igloo.Monitoring;
using Igloo.Monitoring.AspNetCore;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace Igloo.AheadOfTime.Node;

/// <summary>A connection of an ASP.NET Core server, under a monitor that its middleware starts.</summary>
internal static class DeskDay
{
    private static readonly LineCodec<string> Lines = new(new Utf8Payload(), 64);

    private static readonly StreamProtocol<Desk.Event> Protocol =
        StreamProtocol.Of<Desk.Event, Desk.Event.Answer, string, Desk.Event.Ask, string>(Lines, text => new(text), answer => answer.Text, Lines, question => new(question));

    public static async Task<int> RunAsync(TextWriter output)
    {
        Pipe toServer = new(), toClient = new();
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var connection = new DefaultConnectionContext("desk") { Transport = new Duplex(toServer.Reader, toClient.Writer) };
        var server = new ConnectionBuilder(services);
        server.UseIgloo(_ => PermissionMonitor.Start(new Desk(), new() { Clock = new StillClock() }), Protocol).Run(c => ServeAsync(c.Transport, output));
        await toServer.Writer.WriteAsync("one\ntwo\nthree\n"u8.ToArray());
        await toServer.Writer.CompleteAsync();

        await server.Build()(connection);

        output.WriteLine($"Aborted  {await IsClosedAsync(connection)}");
        output.WriteLine($"Sent  {Encoding.UTF8.GetString((await toClient.Reader.ReadAsync()).Buffer).ReplaceLineEndings("|")}");
        return 0;
    }

    // An abort cancels its token from another thread, a moment after it returned.
    private static async Task<bool> IsClosedAsync(DefaultConnectionContext connection)
    {
        await Task.Delay(TimeSpan.FromSeconds(30), connection.ConnectionClosed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return connection.ConnectionClosed.IsCancellationRequested;
    }

    // Honest twice, then an answer that nobody asked for.
    private static async Task ServeAsync(IDuplexPipe transport, TextWriter output)
    {
        for (var answered = 0; ; answered++)
        {
            var read = await transport.Input.ReadAsync();
            if (read.IsCompleted) return;
            var question = read.Buffer.ToArray();
            transport.Input.AdvanceTo(read.Buffer.End);
            try
            {
                await transport.Output.WriteAsync(answered < 2 ? question : "four\n"u8.ToArray());
            }
            catch (PermissionViolationException refusal)
            {
                output.WriteLine(refusal.Message);
                return;
            }
        }
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
