namespace Igloo.Exploring;

/// <summary>A type whose values an instance would have to list has no finite list of them.</summary>
/// <param name="place">The parameter that needs the values, such as <c>Event.Write.Text</c>.</param>
/// <param name="type">Its type.</param>
/// <param name="reason">Why it cannot be listed, and what to add.</param>
public sealed class NotEnumerableException(string place, Type type, string reason)
    : Exception($"{place}: the values of {TypeText.Of(type)} cannot be listed. {reason}")
{
    /// <summary>The parameter that needs the values.</summary>
    public string Place { get; } = place;

    /// <summary>The type without a finite list of values.</summary>
    public Type Type { get; } = type;
}
