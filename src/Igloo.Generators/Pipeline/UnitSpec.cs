namespace Igloo.Generators.Pipeline;

/// <summary>One file to generate.</summary>
/// <remarks>An item of the incremental pipeline: immutable, compared by value, free of symbols and syntax.</remarks>
/// <param name="HintName">The name of the file.</param>
/// <param name="Text">The term unit.</param>
/// <param name="Types">The names of the types that reflection needs, one a line.</param>
internal sealed record UnitSpec(string HintName, string Text, string Types);
