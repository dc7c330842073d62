using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Models;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>One kind of event: a case of the hierarchy, with the case of the event that it carries, if it carries one.</summary>
/// <param name="Name">For people: <c>Accept</c>, <c>Internal Accept</c>.</param>
/// <param name="Value">Such an event with unknown parameters, as a value of the hierarchy.</param>
internal sealed record EventCase(string Name, SymbolicValue.Union Value)
{
    /// <summary>The fields of the event.</summary>
    internal SymbolicValue.Record Fields => Value.Cases[Value.KnownCase]!;

    /// <summary>Whether it is an automatic event of a component, by itself or in a composition.</summary>
    internal bool IsAutomatic => (OwnOfComponent(Fields) ?? Fields.Type) is var own && own.IsDefined(typeof(InternalAttribute), inherit: false) && EventSignature.Of(own).IsAutomatic;

    /// <summary>All kinds of events of a hierarchy.</summary>
    internal static ImmutableArray<EventCase> Of(Vocabulary vocabulary, Type hierarchy, string name)
    {
        if (vocabulary.ShapeOf(hierarchy) is not TypeShape.Union union)
            throw new UnsupportedModelException($"The events {Vocabulary.NameOf(hierarchy)} are no closed hierarchy: an abstract record with sealed nested records.");
        return
        [
            .. union.Cases.SelectMany(c => Records(vocabulary, c, $"{name}.{c.Name}", c.Name), (_, r) => r)
                .Where(r => !IsForeign(r.Record))
                .Select(r => new EventCase(r.Name, Hierarchies.Widen(vocabulary, r.Record, hierarchy))),
        ];
    }

    // Events inside are split into their cases too, so that each obligation is about one kind of step. Messages inside are data: a
    // component that shares their type with its peers need not send each of them.
    private static IEnumerable<(string Name, SymbolicValue.Record Record)> Records(Vocabulary vocabulary, Type type, string path, string name)
    {
        var record = (TypeShape.Record)TermRegistry.Shape(type);
        IEnumerable<(string Name, ImmutableArray<SymbolicValue> Values)> rows = [(name, [])];
        foreach (var field in record.Fields)
        {
            var nested = $"{path}.{field.Name}";
            rows = IsOfEvents(field.Type) && vocabulary.ShapeOf(field.Type) is TypeShape.Union inner
                ? rows.SelectMany(
                    _ => inner.Cases.SelectMany(c => Records(vocabulary, c, $"{nested}.{c.Name}", c.Name)),
                    (row, r) => ($"{row.Name} {r.Name}", row.Values.Add(Hierarchies.Widen(vocabulary, r.Record, field.Type))))
                : rows.Select(row => (row.Name, row.Values.Add(FreshValues.Of(vocabulary, nested, field.Type))));
        }

        ImmutableArray<string> names = [.. record.Fields.Select(f => f.Name)];
        return rows.Select(row => (row.Name, new SymbolicValue.Record(type, names, row.Values)));
    }

    /// <summary>Whether a type is what happens in an event system.</summary>
    private static bool IsOfEvents(Type type) =>
        type.DeclaringType.BaseOf(typeof(EventSystem<,>)) is { } system && Definition(system.GetGenericArguments()[1]) == Definition(type);

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    /// <summary>Whether it is an internal step of a composition with an event that is an I/O event: no event of the system.</summary>
    private static bool IsForeign(SymbolicValue.Record e) => OwnOfComponent(e) is { } own && !EventSignature.Of(own).IsInternal;

    /// <summary>What an internal event of a composition is to its component; null of other events.</summary>
    private static Type? OwnOfComponent(SymbolicValue.Record e)
    {
        var definition = e.Type.DeclaringType is { IsGenericType: true } outer ? outer.GetGenericTypeDefinition().DeclaringType : null;
        if (definition is null || definition.Namespace != typeof(Composition<,,,,>).Namespace) return null;
        return e.Find("Component") is not null && e.Find("Own") is SymbolicValue.Union own ? own.Cases[own.KnownCase]!.Type : null;
    }
}
