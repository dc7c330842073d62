using System.Runtime.CompilerServices;
using Igloo.Components;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Automatic;

/// <summary>Looks at the automatic events of a component before a monitor follows them.</summary>
internal static class StartCheck
{
    // A server starts a monitor for each connection, often of one component object.
    private static readonly ConditionalWeakTable<object, Known> Verdicts = [];

    private sealed record Known(object? Given, int MostStates, AutomaticVerdict Verdict);

    /// <summary>What is to be said about them; null if nothing is.</summary>
    /// <exception cref="AutomaticEventsException">Following them would not be right.</exception>
    public static AutomaticVerdict? Of<TState, TEvent>(Component<TState, TEvent> component, MonitorOptions<TState, TEvent> options)
        where TState : class
        where TEvent : class
    {
        if (options.MostStatesCheckedAtStart == 0 || HiddenEvents.Of(component, options.Automatic) is not { } hidden) return null;
        if (!Verdicts.TryGetValue(component, out var known) || known.Given != (object?)options.Automatic || known.MostStates != options.MostStatesCheckedAtStart)
        {
            known = new(options.Automatic, options.MostStatesCheckedAtStart, AutomaticCheck.Of(component, hidden, options.MostStatesCheckedAtStart));
            Verdicts.AddOrUpdate(component, known);
        }

        return known.Verdict switch
        {
            AutomaticVerdict.Holds { IsComplete: true } => null,
            AutomaticVerdict.Holds => known.Verdict,
            _ => throw new AutomaticEventsException(component.GetType().Name, known.Verdict),
        };
    }
}
