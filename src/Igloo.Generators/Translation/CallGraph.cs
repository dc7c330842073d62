using Igloo.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>Who calls whom, to find recursion.</summary>
internal sealed class CallGraph
{
    private readonly Dictionary<ISymbol, List<(ISymbol Callee, Location At)>> edges = new(SymbolEqualityComparer.Default);

    public void Add(ISymbol caller, ISymbol callee, Location at)
    {
        if (!edges.TryGetValue(caller, out var callees))
        {
            edges.Add(caller, callees = []);
        }

        callees.Add((callee, at));
    }

    /// <summary>One finding for each call that closes a cycle.</summary>
    public IEnumerable<Finding> Cycles()
    {
        foreach (var edge in edges)
        {
            foreach (var (callee, at) in edge.Value)
            {
                if (Reaches(callee, edge.Key, new HashSet<ISymbol>(SymbolEqualityComparer.Default)))
                {
                    yield return new Finding(Descriptors.Recursion, at, edge.Key.Name, callee.Name);
                }
            }
        }
    }

    /// <summary>Everything that is called, directly or not, by some functions; they themselves included.</summary>
    public HashSet<ISymbol> ReachedFrom(IEnumerable<ISymbol> roots)
    {
        var reached = new HashSet<ISymbol>(roots, SymbolEqualityComparer.Default);
        var open = new Queue<ISymbol>(reached);
        while (open.Count > 0)
        {
            foreach (var (callee, _) in edges.TryGetValue(open.Dequeue(), out var callees) ? callees : [])
            {
                if (reached.Add(callee))
                {
                    open.Enqueue(callee);
                }
            }
        }

        return reached;
    }

    private bool Reaches(ISymbol from, ISymbol to, HashSet<ISymbol> seen)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to))
        {
            return true;
        }

        return seen.Add(from) && edges.TryGetValue(from, out var callees) && callees.Any(c => Reaches(c.Callee, to, seen));
    }
}
