using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>One kind of event at an arbitrary state, and what it leads to.</summary>
internal sealed class SystemStep
{
    private readonly SystemPoint point;

    internal SystemStep(SystemPoint point, EventCase @case)
    {
        this.point = point;
        Case = @case;
        After = point.System.Step(point.State, @case.Value);
        PastAfter = new(point.System.EventType, x => Fol.Or(ValueEquality.Of(point.Vocabulary, x, @case.Value), point.Past.Contains(x)));
    }

    internal EventCase Case { get; }

    /// <summary>The state after; absent where the event is not enabled.</summary>
    internal SymbolicValue.Optional After { get; }

    internal SymbolicValue.SetValue PastAfter { get; }

    /// <summary>Whether the event is of a type: the hierarchy or one of its cases.</summary>
    internal bool IsOf(Type type, Type hierarchy) => type == hierarchy || Case.Fields.Type == type;

    /// <summary>The event as a value of the hierarchy or of its case.</summary>
    internal SymbolicValue ValueAs(Type type) => Case.Fields.Type == type ? Case.Fields : Case.Value;

    /// <summary>The same step with other values of some parameters.</summary>
    internal SystemStep With(IEnumerable<string> fields, string name)
    {
        var shape = (TypeShape.Record)TermRegistry.Shape(Case.Fields.Type);
        return With(fields.Select(field => (
            field, FreshValues.Of(point.Vocabulary, $"{name}!.{shape.Type.Name}.{field}", shape.Fields.First(f => f.Name == field).Type))));
    }

    /// <summary>The same step with the given values of some parameters.</summary>
    internal SystemStep With(IEnumerable<(string Field, SymbolicValue Value)> fields)
    {
        var shape = (TypeShape.Record)TermRegistry.Shape(Case.Fields.Type);
        var values = Case.Fields.Values.ToBuilder();
        foreach (var (field, value) in fields) values[Case.Fields.Names.IndexOf(field)] = value;
        var record = new SymbolicValue.Record(shape.Type, Case.Fields.Names, values.MoveToImmutable());
        return new(point, Case with { Value = Hierarchies.Widen(point.Vocabulary, record, Case.Value.Type) });
    }

    internal ImmutableArray<Scene.Entry> Entries(bool isConcrete) =>
    [
        new(SceneRole.Event, "Event", point.System.EventType, Case.Value),
        new(isConcrete ? SceneRole.After : SceneRole.AbstractAfter, "After", point.System.StateType, After),
    ];
}
