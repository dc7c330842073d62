using System.Numerics;
using Igloo.Endurance.Models;
using Igloo.Monitoring;
using Igloo.Values;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>Steps that leave lines of every kind in a log.</summary>
internal static class LogSteps
{
    public static void Of(PermissionMonitor<Meter.State, Meter.Event> monitor, Random random)
    {
        var (count, isCertain) = (monitor.State.Count, monitor.Health.PossibleStates == 1);
        switch (random.Next(4))
        {
            case 0 when isCertain: monitor.Succeed(monitor.Begin(new Meter.Event.Keep(count))); break;
            case 1 when isCertain && count <= Meter.Full: monitor.Fail(monitor.Begin(new Meter.Event.Doubt(count))); break;
            case 2 when isCertain && count < Meter.Full: monitor.Deliver(monitor.Begin(new Meter.Event.Take(0)), new Meter.Event.Take(random.Next(4))); break;
            default: monitor.Perform(new Meter.Event.Reset()); break;
        }
    }

    public static void Of(PermissionMonitor<Notebook.State, Notebook.Event> monitor, Random random) => monitor.Perform(
        random.Next(4) == 0 ? new Notebook.Event.Read(random.Next(3), FiniteMap<int, Notebook.Note>.Empty.Set(1, new Notebook.Note.Empty())) : new Notebook.Event.Write(Note(random, 0)));

    private static Notebook.Note Note(Random random, int depth) => depth == 2 || random.Next(3) == 0
        ? new Notebook.Note.Empty()
        : new Notebook.Note.Full(
            random.Next(2) == 0, random.NextInt64(), BigInteger.Pow(10, random.Next(40)), (byte)random.Next(256), "\u00E4\n\"", (DayOfWeek)random.Next(7), random.Next(2) == 0 ? null : 5, (1, "p"),
            Set<int>.Of(1, random.Next(5)), Seq<Notebook.Note>.Of(Note(random, depth + 1)), FiniteMap<int, string>.Empty.Set(1, "x"), Bag<int>.Empty.Add(7).Add(7));
}
