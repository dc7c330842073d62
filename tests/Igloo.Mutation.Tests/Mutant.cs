namespace Igloo.Mutation.Tests;

/// <summary>One change of a model, and the obligation that must notice it.</summary>
/// <param name="Name">What the change does.</param>
/// <param name="File">The source file, without its extension.</param>
/// <param name="Original">The text that is replaced.</param>
/// <param name="Replacement">What replaces it.</param>
/// <param name="Refutes">"Subject: Name" of an obligation that must be refuted, the code of the diagnostic that must reject it, or null if the mutant must be proved to refine its parent.</param>
public sealed record Mutant(string Name, string File, string Original, string Replacement, string? Refutes)
{
    public override string ToString() => Name;
}
