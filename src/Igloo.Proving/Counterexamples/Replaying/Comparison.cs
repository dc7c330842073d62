using Igloo.Exploring;
using Igloo.Proving.Counterexamples.Decoding;

namespace Igloo.Proving.Counterexamples.Replaying;

/// <summary>Equality of what the solver said and what the compiled code computed, on the values of the world.</summary>
internal static class Comparison
{
    internal static bool Same(World world, object? solver, object? compiled) => world.Universe.Same(solver, compiled);

    internal static string Text(object? state) => state is null ? "not enabled" : ModelText.State(state);
}
