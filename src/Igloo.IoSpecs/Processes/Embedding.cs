using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Heaps;

namespace Igloo.IoSpecs.Processes;

/// <summary>emb: processes as I/O specifications.</summary>
/// <remarks>Igloo (OOPSLA 2020), section 5.3.</remarks>
public static class Embedding
{
    /// <summary>emb(P) = ∃ t. token(t) ⋆ emb(P, t).</summary>
    /// <param name="process">The process P.</param>
    public static Assertion Of(Process process) => new Assertion.ExistsPlace("t", place =>
        Assertion.Star(new Assertion.Points(new Chunk.Token(place)), () => At(process, place)));

    /// <summary>emb(P, t).</summary>
    /// <param name="process">The process P.</param>
    /// <param name="place">The place t.</param>
    public static Assertion At(Process process, Place place) => process switch
    {
        Process.Prefix prefix => new Assertion.ExistsPlace("t'", target => new Assertion.ExistsValue("z'", input => Assertion.Star(
            new Assertion.Points(new Chunk.Permission(prefix.Operation, place, prefix.Output, input, target)),
            () => At(prefix.Continue(input), target)))),
        Process.Defined defined => new Assertion.Predicate(defined.Name, [.. defined.Arguments, place], () => At(defined.Unfold(), place)),
        Process.Choice choice => Assertion.Star(At(choice.First, place), () => At(choice.Second, place)),
        _ => Assertion.True,
    };
}
