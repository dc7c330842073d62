using Igloo.Models;
using Igloo.Theories;
using Igloo.Values;

namespace Igloo.Generators.Tests.Corpus;

/// <summary>A theory with an operation, a property and a derived function.</summary>
public interface IScale : ITheory
{
    Domain<Agent> Agents { get; }

    int Weight(Agent a);

    bool IsHeavy(Agent a) => Weight(a) > 1;
}

public sealed class Scale : IScale
{
    public Domain<Agent> Agents { get; } = Domain<Agent>.Of(new Agent(0), new Agent(1), new Agent(2));

    public int Weight(Agent a) => a.Index;
}

/// <summary>A model with parameters, an auxiliary base class and guards of several shapes.</summary>
public sealed class Counters(IScale scale, int limit) : EventSystem<Counters.State, Counters.Event>
{
    public sealed record State(Map<Agent, int> Counts, int Total);

    public abstract record Event
    {
        public sealed record Add(Agent At, int By) : Event;

        public sealed record Reset(Agent At) : Event;

        public sealed record Check : Event;
    }

    public override State Initial => new(scale.Agents.ToMap(_ => 0), 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Add(var at, var by and > 0) when scale.IsHeavy(at) && s.Total + by <= limit => Added(s, at, by),
        Event.Reset(var at) => Reset(s, at),
        Event.Check when s.Total >= 0 => s,
        _ => null,
    };

    [Invariant]
    public bool TotalIsBounded(State s) => s.Total <= limit || scale.Agents.All(a => s.Counts[a] == 0);

    private static State Added(State s, Agent at, int by) => s with { Counts = s.Counts.Set(at, s.Counts[at] + by), Total = s.Total + by };

    private State? Reset(State s, Agent at)
    {
        if (s.Counts[at] == 0 || scale.Weight(at) == limit)
        {
            return null;
        }

        var count = s.Counts[at];
        return s with { Counts = s.Counts.Set(at, 0), Total = s.Total - count };
    }
}

/// <summary>A model that builds another one and steps it.</summary>
public sealed class Doubled(IScale scale) : EventSystem<Counters.State, Counters.Event>
{
    public override Counters.State Initial => Inner(1).Initial;

    public override Counters.State? Next(Counters.State s, Counters.Event e) =>
        Inner(2).Next(s, e) is { } once ? Inner(s.Total).Next(once, e) : null;

    private Counters Inner(int limit) => new(scale, limit);
}
