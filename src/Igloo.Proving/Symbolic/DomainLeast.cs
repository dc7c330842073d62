namespace Igloo.Proving.Symbolic;

/// <summary>The element of a domain whose value is the default of <c>ToMap</c>: one unknown constant for each type.</summary>
/// <remarks>
/// In a proof every domain of a type is the whole type, and in execution equal domains have the same least element, so one constant
/// is enough. Nothing else is known of it: the order that execution uses is not part of a model.
/// </remarks>
internal static class DomainLeast
{
    internal static SymbolicValue Of(Vocabulary vocabulary, Type elementType) => FreshValues.Of(vocabulary, $"least!{Vocabulary.NameOf(elementType)}", elementType);
}
