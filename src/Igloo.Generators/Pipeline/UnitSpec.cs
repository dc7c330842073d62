namespace Igloo.Generators.Pipeline;

/// <summary>One file to generate.</summary>
/// <remarks>An item of the incremental pipeline: immutable, compared by value, free of symbols and syntax.</remarks>
/// <param name="HintName">The name of the file.</param>
/// <param name="Text">The term unit.</param>
internal sealed record UnitSpec(string HintName, string Text);
