using System.Collections.Immutable;
using System.Globalization;

namespace Igloo.Monitoring.Runs;

/// <summary>What an accepted log leaves open.</summary>
internal static class Assumptions
{
    /// <param name="log">The log.</param>
    /// <param name="redacted">How many of its events have redacted values.</param>
    public static ImmutableArray<string> Of<TIndex, TEvent>(RecordedLog<TIndex, TEvent> log, int redacted)
        where TEvent : class
    {
        var uncertain = log.Events.Count(e => !e.IsCertain);
        var hidden = log.States.Count(s => s.IsHidden);
        var assumptions = ImmutableArray.CreateBuilder<string>();
        if (log.BeginsInTheMiddle) assumptions.Add($"the log of {log.Component} begins in the state that its first line names; what was before is not checked");
        if (log.SaysNothing) assumptions.Add($"the log of {log.Component} says nothing, and it is taken to have done nothing");
        if (redacted > 0) assumptions.Add(Text(redacted, "event has redacted values, which are", "events have redacted values, which are") + " taken to be some that fit");
        if (hidden > 0) assumptions.Add(Text(hidden, "state is redacted, and is", "states are redacted, and are") + " not compared");
        if (uncertain > 0) assumptions.Add(Text(uncertain, "output has no outcome and is", "outputs have no outcome and are") + " taken to have happened or not, as it fits");
        return assumptions.ToImmutable();
    }

    private static string Text(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
