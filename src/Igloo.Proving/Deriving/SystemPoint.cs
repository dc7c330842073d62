using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Deriving;

/// <summary>An arbitrary state of a system that satisfies its invariants, and every kind of step from there.</summary>
internal sealed class SystemPoint
{
    private readonly Subject subject;
    private readonly SceneRole role;
    private readonly SceneRole pastRole;
    private readonly Lazy<ImmutableArray<(Premise Premise, Expression Formula)>> assumed;
    private readonly Lazy<ImmutableArray<SystemStep>> events;

    internal SystemPoint(Subject subject, SystemView system, string name, SceneRole role, SceneRole pastRole)
    {
        this.subject = subject;
        this.role = role;
        this.pastRole = pastRole;
        System = system;
        State = FreshValues.Of(subject.Vocabulary, name, system.StateType);
        Past = new SymbolicValue.SetValue(
            system.EventType,
            ((SymbolicValue.SetValue)FreshValues.Of(subject.Vocabulary, $"{name}!past", typeof(Models.Past<>).MakeGenericType(system.EventType))).Contains);
        Entry = new(role, "Before", system.StateType, State);
        assumed = new(() => system.Assumed(name, State, Past));
        events = new(() => [.. EventCase.Of(subject.Vocabulary, system.EventType, $"{name}!event").Select(e => new SystemStep(this, e))]);
    }

    internal SystemView System { get; }

    internal Vocabulary Vocabulary => subject.Vocabulary;

    internal SymbolicValue State { get; }

    internal SymbolicValue.SetValue Past { get; }

    internal Scene.Entry Entry { get; }

    /// <summary>The invariants and lemmas at the state.</summary>
    internal IEnumerable<Expression> Hypotheses => assumed.Value.Select(a => a.Formula);

    /// <summary>The invariants alone: what asks for existence does not lean on lemmas that may turn out wrong.</summary>
    internal IEnumerable<Expression> Invariants => assumed.Value.Take(System.Invariants.Length).Select(a => a.Formula);

    internal IEnumerable<Premise> Premises => assumed.Value.Select(a => a.Premise);

    internal ImmutableArray<SystemStep> Events => events.Value;

    internal ImmutableArray<Scene.Entry> Entries =>
        System.HasPast ? [Entry, new(pastRole, "Past", typeof(Models.Past<>).MakeGenericType(System.EventType), Past)] : [Entry];

    internal Scene SceneOf(ImmutableArray<Scene.Entry> others) => subject.SceneOf([.. Entries, .. others]);

    internal Scene SceneOf(SystemStep step, ImmutableArray<Scene.Entry> others) =>
        subject.SceneOf([.. Entries, .. step.Entries(role == SceneRole.Before), .. others]);
}
