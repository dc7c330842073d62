using System.Diagnostics.Metrics;
using Igloo.Monitoring.Telemetry;

namespace Igloo.Endurance.Soaking;

/// <summary>What an operator sees: the instruments of all monitors, and what the process holds.</summary>
internal sealed class Gauges : IDisposable
{
    private readonly MeterListener listener = new();
    private long elements;

    public Gauges()
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == MonitorInstruments.Name) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            if (instrument.Name == "igloo.monitor.state.elements") elements += value;
        });
        listener.Start();
    }

    /// <summary>The elements in the states of all monitors that are in use.</summary>
    public long StateElements()
    {
        elements = 0;
        listener.RecordObservableInstruments();
        return elements;
    }

    /// <summary>Bytes that live after everything that can be collected is.</summary>
    public static long LiveBytes()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Open files and sockets.</summary>
    public static int Handles() => Directory.EnumerateFileSystemEntries("/proc/self/fd").Count();

    public void Dispose() => listener.Dispose();
}
