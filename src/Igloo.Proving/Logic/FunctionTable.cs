using System.Collections.Immutable;
using System.Numerics;

namespace Igloo.Proving.Logic;

/// <summary>How a model interprets a function: entries, and a rule for all other arguments.</summary>
internal sealed class FunctionTable
{
    /// <summary>A rule from arguments to a value; null where the value is not known.</summary>
    internal delegate ModelValue? Rule(ImmutableArray<ModelValue> arguments);

    internal Dictionary<ArgumentList, ModelValue> Entries { get; } = [];

    /// <summary>The rule for arguments without an entry; null if any value will do.</summary>
    internal Rule? Otherwise { get; set; }

    /// <summary>The value of the rule if it is the same everywhere.</summary>
    internal ModelValue? ConstantOtherwise { get; set; }

    /// <summary>The integers that entries and rule mention, those of functions that the rule calls excluded.</summary>
    internal SortedSet<BigInteger> Integers { get; } = [];

    /// <summary>The functions that the rule calls.</summary>
    internal HashSet<FunctionTable> Callees { get; } = [];

    internal ModelValue? Apply(ImmutableArray<ModelValue> arguments) =>
        Entries.TryGetValue(new(arguments), out var value) ? value : Otherwise?.Invoke(arguments);

    internal bool IsOpenAt(ImmutableArray<ModelValue> arguments) => Otherwise is null && !Entries.ContainsKey(new(arguments));

    internal SortedSet<BigInteger> AllIntegers()
    {
        var integers = new SortedSet<BigInteger>();
        var visited = new HashSet<FunctionTable>();
        var pending = new Stack<FunctionTable>([this]);
        while (pending.TryPop(out var table))
        {
            if (!visited.Add(table)) continue;
            integers.UnionWith(table.Integers);
            foreach (var callee in table.Callees) pending.Push(callee);
        }

        return integers;
    }
}
