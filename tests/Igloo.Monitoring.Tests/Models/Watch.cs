using Igloo.Components;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Sets timers while it is open, and hears of crashes.</summary>
public sealed class Watch : Component<Watch.State, Watch.Event>
{
    public sealed record State(bool IsOpen, Set<string> Running, Set<string> Expired, Set<int> Crashed);

    public abstract record Event
    {
        [Io<LocalTimer.Start<string>>] public sealed record Start(string Timer) : Event;

        [Io<LocalTimer.Cancel<string>>] public sealed record Cancel(string Timer) : Event;

        [Io<LocalTimer.Expire<string>>] public sealed record Expire([Input] string Timer) : Event;

        [Io<FailureDetector.Suspect<int>>] public sealed record Suspect([Input] int Node) : Event;

        [Internal] public sealed record Close : Event;
    }

    public override State Initial => new(true, Set<string>.Empty, Set<string>.Empty, Set<int>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Start(var timer) when s.IsOpen && !s.Running.Contains("only") => s with { Running = s.Running.Add(timer) },
        Event.Cancel(var timer) => s with { Running = s.Running.Remove(timer) },
        Event.Expire(var timer) when s.IsOpen => s with { Running = s.Running.Remove(timer), Expired = s.Expired.Add(timer) },
        Event.Suspect(var node) => s with { Crashed = s.Crashed.Add(node) },
        Event.Close when s.IsOpen => s with { IsOpen = false },
        _ => null,
    };
}
