using Igloo.Terms;

namespace Igloo.Exploring.Narrowing;

/// <summary>The values of variables, innermost first: partly known values, or <see cref="Delayed"/> terms.</summary>
internal sealed class Scope
{
    private readonly Scope? outer;
    private readonly VariableTerm? variable;
    private readonly object? value;

    private Scope(Scope? outer, VariableTerm? variable, object? value)
    {
        this.outer = outer;
        this.variable = variable;
        this.value = value;
    }

    /// <summary>A term that is evaluated where it is needed.</summary>
    internal sealed record Delayed(Term Term, Scope Scope);

    public static Scope Empty { get; } = new(null, null, null);

    public Scope With(VariableTerm bound, object? boundValue) => new(this, bound, boundValue);

    /// <summary>The scope in which a function's body is evaluated.</summary>
    public static Scope Of(FunctionDefinition function, object? receiver, IReadOnlyList<object?> arguments)
    {
        var scope = function.Receiver is { } self ? Empty.With(self, receiver) : Empty;
        for (var i = 0; i < arguments.Count; i++) scope = scope.With(function.Parameters[i], arguments[i]);
        return scope;
    }

    /// <summary>The values that a term depends on.</summary>
    public IEnumerable<object?> Known(Term term) => term is not VariableTerm variable ? Subterms.Of(term).SelectMany(Known)
        : Find(variable) is not { } frame ? []
        : frame.value is Delayed delayed ? delayed.Scope.Known(delayed.Term)
        : [frame.value];

    public object? Get(VariableTerm wanted) =>
        Find(wanted) is { } frame ? Hole.Follow(frame.value) : throw new KeyNotFoundException($"The variable {wanted.Name} has no value.");

    private Scope? Find(VariableTerm wanted)
    {
        for (var frame = this; frame is not null; frame = frame.outer)
        {
            if (ReferenceEquals(frame.variable, wanted)) return frame;
        }

        return null;
    }
}
