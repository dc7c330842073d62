using Igloo.Terms;

namespace Igloo.Exploring.Packed.Grounding;

/// <summary>The values of variables, innermost first.</summary>
internal sealed class Scope
{
    private readonly Scope? outer;
    private readonly VariableTerm? variable;
    private readonly Value? value;

    private Scope(Scope? outer, VariableTerm? variable, Value? value)
    {
        this.outer = outer;
        this.variable = variable;
        this.value = value;
    }

    public static Scope Empty { get; } = new(null, null, null);

    public Scope With(VariableTerm bound, Value to) => new(this, bound, to);

    public Value Get(VariableTerm wanted)
    {
        for (var frame = this; frame is not null; frame = frame.outer)
        {
            if (ReferenceEquals(frame.variable, wanted)) return frame.value!;
        }

        throw new KeyNotFoundException($"The variable {wanted.Name} has no value.");
    }
}
