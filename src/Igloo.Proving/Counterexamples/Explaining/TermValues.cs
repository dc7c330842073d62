using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Counterexamples.Explaining;

/// <summary>The values of terms in a world.</summary>
internal sealed class TermValues(World world, Evaluation evaluation)
{
    internal World World => world;

    internal Evaluation Evaluation => evaluation;

    /// <summary>Whether a term holds.</summary>
    internal bool Holds(Term term, Bindings bindings) => world.Decoder.Holds(evaluation.Truth(term, bindings));

    /// <summary>The value of a term, or null where it has none in C#.</summary>
    internal object? Of(Term term, Bindings bindings)
    {
        try
        {
            return world.Decoder.Read(evaluation.Evaluate(term, bindings), ClrTypes.Of(term.Type));
        }
        catch (NotRepresentableException)
        {
            return null;
        }
    }
}
