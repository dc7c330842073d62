using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Igloo.Proving.Logic;

/// <summary>
/// Results for parts of an expression, kept per quantifier scope. A part belongs to the innermost scope that binds one of
/// its free variables (the root, if none does): what was found for it there holds throughout that scope and nowhere else.
/// That keeps work linear in shared parts, and right even where nested quantifiers bind the same variable.
/// </summary>
internal sealed class ScopedMemory<T>
{
    private readonly Stack<Scope> _scopes = new();

    internal ScopedMemory() => Enter([]);

    internal void Enter(ImmutableArray<BoundVariable> variables) => _scopes.Push(new(variables));

    internal void Leave() => _scopes.Pop();

    /// <summary>Forgets what belongs to the innermost scope.</summary>
    internal void Clear() => _scopes.Peek().Known.Clear();

    internal bool TryGet(Expression part, [MaybeNullWhen(false)] out T result) => OwnerOf(part).Known.TryGetValue(part, out result);

    internal void Set(Expression part, T result) => OwnerOf(part).Known[part] = result;

    private Scope OwnerOf(Expression part)
    {
        Scope? root = null;
        foreach (var scope in _scopes)
        {
            root = scope;
            foreach (var variable in part.FreeVariables)
                if (scope.Variables.Contains(variable)) return scope;
        }

        return root!;
    }

    private sealed class Scope(ImmutableArray<BoundVariable> variables)
    {
        internal ImmutableArray<BoundVariable> Variables { get; } = variables;

        internal Dictionary<Expression, T> Known { get; } = new(ReferenceEqualityComparer.Instance);
    }
}
