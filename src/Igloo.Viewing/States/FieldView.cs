using System.Collections.Immutable;

namespace Igloo.Viewing.States;

/// <summary>A field of the state: a value, a collection of elements, or a record or map with fields of its own.</summary>
/// <param name="Name">Its name; in a map the key.</param>
/// <param name="Text">Its value on one line.</param>
/// <param name="Before">Its value before the last event, where that is another one.</param>
/// <param name="Change">What the last event did to it.</param>
/// <param name="Items">The elements of a set, bag or sequence; null of anything else.</param>
/// <param name="Fields">The fields of a record or entries of a map; empty for anything else.</param>
public sealed record FieldView(string Name, string Text, string? Before, Change Change, ImmutableArray<ItemView>? Items, ImmutableArray<FieldView> Fields);
