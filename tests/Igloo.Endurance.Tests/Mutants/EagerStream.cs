using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;

namespace Igloo.Endurance.Tests.Mutants;

/// <summary>Lets the first byte of what is refused out.</summary>
internal sealed class EagerStream<TState, TEvent>(MonitoredStream<TState, TEvent> monitored, Stream wire) : PassingStream(monitored)
    where TState : class
    where TEvent : class
{
    private readonly MonitoredStream<TState, TEvent> monitored = monitored;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await monitored.WriteAsync(buffer, cancellationToken);
        }
        catch (PermissionViolationException)
        {
            await wire.WriteAsync(buffer[..1], cancellationToken);
            throw;
        }
    }
}
