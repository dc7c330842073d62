using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

/// <summary>Values of closed hierarchies and of their cases.</summary>
internal static class Hierarchies
{
    /// <summary>A value of a case as a value of its hierarchy.</summary>
    internal static SymbolicValue.Union Widen(Vocabulary vocabulary, SymbolicValue.Record value, Type hierarchy)
    {
        var index = IndexOf(vocabulary, hierarchy, value.Type);
        var tags = (Sort.Enumeration)vocabulary.SortOf(hierarchy)!;
        var cases = new SymbolicValue.Record?[tags.Constants.Length];
        cases[index] = value;
        return new(hierarchy, Fol.Constant(tags, index), [.. cases]);
    }

    /// <summary>The position of a case in its hierarchy.</summary>
    internal static int IndexOf(Vocabulary vocabulary, Type hierarchy, Type caseType) =>
        vocabulary.ShapeOf(hierarchy) is TypeShape.Union union && union.Cases.IndexOf(caseType) is var i and >= 0
            ? i
            : throw new UnsupportedModelException($"{Vocabulary.NameOf(caseType)} is no case of {Vocabulary.NameOf(hierarchy)}.");

    /// <summary>The hierarchy that a case belongs to, or null.</summary>
    internal static Type? HierarchyOf(Vocabulary vocabulary, Type caseType) =>
        caseType.BaseType is { } parent && vocabulary.ShapeOf(parent) is TypeShape.Union union && union.Cases.Contains(caseType) ? parent : null;

    /// <summary>Both values in the same form, if one is of a hierarchy and the other of a case of it.</summary>
    internal static (SymbolicValue Left, SymbolicValue Right) Align(Vocabulary vocabulary, SymbolicValue left, SymbolicValue right) => (left, right) switch
    {
        (SymbolicValue.Union l, SymbolicValue.Record r) => (l, Widen(vocabulary, r, l.Type)),
        (SymbolicValue.Record l, SymbolicValue.Union r) => (Widen(vocabulary, l, r.Type), r),
        (SymbolicValue.Record l, SymbolicValue.Record r) when l.Type != r.Type && HierarchyOf(vocabulary, l.Type) is { } parent =>
            (Widen(vocabulary, l, parent), Widen(vocabulary, r, parent)),
        (SymbolicValue.Optional, not SymbolicValue.Optional) => (left, new SymbolicValue.Optional(Fol.True, right)),
        (not SymbolicValue.Optional, SymbolicValue.Optional) => (new SymbolicValue.Optional(Fol.True, left), right),
        _ => (left, right),
    };
}
