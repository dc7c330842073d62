using System.Collections.Immutable;

namespace Igloo.Terms;

/// <summary>A translated function, at given type arguments.</summary>
/// <param name="Key">The documentation-comment id of the C# member.</param>
/// <param name="DeclaringType">The type that declares it, with its type arguments.</param>
/// <param name="Name">Its simple name.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Receiver">The variable that stands for <c>this</c>, or null if it is static.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="ReturnType">The type of the result.</param>
/// <param name="Body">The body; null for an abstract member.</param>
/// <param name="Summary">The text of the documentation summary, on one line; may be empty.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record FunctionDefinition(
    string Key,
    Type DeclaringType,
    string Name,
    FunctionRole Role,
    VariableTerm? Receiver,
    ImmutableArray<VariableTerm> Parameters,
    Type ReturnType,
    Term? Body,
    string Summary,
    SourceSpan Source);
