using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

/// <summary>What variables stand for. Immutable; the values are computed when they are first needed.</summary>
internal sealed class Bindings
{
    private readonly VariableTerm? variable;
    private readonly Bindings? outer;
    private SymbolicValue? value;
    private Func<SymbolicValue>? compute;

    private Bindings(VariableTerm? variable, SymbolicValue? value, Func<SymbolicValue>? compute, Bindings? outer)
    {
        this.variable = variable;
        this.value = value;
        this.compute = compute;
        this.outer = outer;
    }

    internal static Bindings Empty { get; } = new(null, null, null, null);

    /// <summary>The term that the variable abbreviates, with its own bindings; goals are split through it.</summary>
    internal (Term Term, Bindings Bindings)? Definition { get; private init; }

    internal Bindings With(VariableTerm bound, SymbolicValue meaning) => new(bound, meaning, null, this);

    internal Bindings With(VariableTerm bound, Func<SymbolicValue> meaning, Term definition, Bindings scope) =>
        new(bound, null, meaning, this) { Definition = (definition, scope) };

    internal Bindings Find(VariableTerm wanted)
    {
        for (var binding = this; binding is not null; binding = binding.outer)
            if (ReferenceEquals(binding.variable, wanted)) return binding;
        throw new InvalidOperationException($"The variable {wanted.Name} is not bound.");
    }

    internal SymbolicValue Value()
    {
        if (value is not null) return value;
        value = compute!();
        compute = null;
        return value;
    }
}
