using System.Collections.Immutable;
using System.Reflection;
using Igloo.Exploring;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Symbolic;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Classifying;

/// <summary>Whether a decoded world looks like a shipped instance of its theories: equal up to the names of elements.</summary>
/// <remarks>By trying all renamings, so only worlds with few elements are compared.</remarks>
internal sealed class WorldComparison
{
    /// <summary>The largest number of elements of a carrier that is compared.</summary>
    internal const int LargestCarrier = 4;

    private const int MaxRenamings = 50_000;

    private readonly World world;
    private readonly ImmutableArray<(SymbolicValue.TheoryReference Theory, MethodInfo Operation)> operations;
    private readonly ImmutableArray<Carrier> carriers;
    private int tried;

    internal WorldComparison(World world)
    {
        this.world = world;
        operations = [.. world.Scene.Theories.SelectMany(t => TheoryTables.OperationsOf(t.Type), (t, o) => (t, o))];
        var mentioned = operations.SelectMany(o => o.Operation.GetParameters().Select(p => p.ParameterType).Append(o.Operation.ReturnType)).ToHashSet();
        carriers = [.. world.Carriers.Where(c => mentioned.Contains(c.Type))];
    }

    /// <summary>Whether the theories have domains and nothing else, so that every world is like an instance of its size.</summary>
    internal bool IsTrivial => operations.IsEmpty;

    /// <summary>Whether worlds of this shape can be compared at all.</summary>
    internal bool IsPossible =>
        !operations.IsEmpty
        && carriers.All(c => c.Elements.Length <= LargestCarrier)
        && operations.All(o => o.Operation.GetParameters().Select(p => p.ParameterType).Append(o.Operation.ReturnType)
            .All(t => t == typeof(bool) || t.IsEnum || t.IsDefined(typeof(SortAttribute), inherit: false)));

    /// <summary>Whether an instance is the same up to names; null if there were too many renamings to try.</summary>
    /// <param name="instance">An instance of the model, with its theories.</param>
    internal bool? IsLike(Instance instance)
    {
        tried = 0;
        var theirs = carriers.Select(c => instance.Universe.Values(c.Type)).ToArray();
        for (var i = 0; i < carriers.Length; i++)
        {
            // Where an operation takes elements, all of them matter; where they are only results, unused ones may be left over.
            var isArgument = operations.Any(o => o.Operation.GetParameters().Any(p => p.ParameterType == carriers[i].Type));
            if (isArgument ? theirs[i].Count != carriers[i].Elements.Length : theirs[i].Count > carriers[i].Elements.Length) return false;
        }

        return Match(0, [], theirs, instance);
    }

    private bool? Match(int place, Dictionary<object, object> renaming, IReadOnlyList<object>[] theirs, Instance instance)
    {
        if (place == carriers.Length) return ++tried > MaxRenamings ? null : Agrees(renaming, instance);
        foreach (var arrangement in Arrangements(carriers[place].Elements, theirs[place].Count))
        {
            for (var i = 0; i < arrangement.Length; i++) renaming[theirs[place][i]] = arrangement[i];
            var found = Match(place + 1, renaming, theirs, instance);
            if (found != false) return found;
        }

        return false;
    }

    private bool Agrees(Dictionary<object, object> renaming, Instance instance)
    {
        foreach (var (theory, operation) in operations)
        {
            var mine = world.Theory(theory);
            if (instance.Theories.FirstOrDefault(operation.DeclaringType!.IsInstanceOfType) is not { } their) return false;
            foreach (var arguments in Arguments(operation, instance.Universe))
            {
                var expected = operation.Invoke(their, arguments)!;
                var got = operation.Invoke(mine, [.. arguments.Select(a => renaming.GetValueOrDefault(a!, a!))]);
                if (!Equals(renaming.GetValueOrDefault(expected, expected), got)) return false;
            }
        }

        return true;
    }

    private static IEnumerable<object?[]> Arguments(MethodInfo operation, Universe universe)
    {
        var parameters = operation.GetParameters();
        IEnumerable<object?[]> rows = [[]];
        foreach (var parameter in parameters) rows = rows.SelectMany(_ => universe.Values(parameter.ParameterType), (row, value) => (object?[])[.. row, value]);
        return rows;
    }

    private static IEnumerable<object[]> Arrangements(ImmutableArray<object> elements, int count)
    {
        if (count == 0)
        {
            yield return [];
            yield break;
        }

        foreach (var element in elements)
            foreach (var rest in Arrangements(elements.Remove(element), count - 1))
                yield return [element, .. rest];
    }
}
