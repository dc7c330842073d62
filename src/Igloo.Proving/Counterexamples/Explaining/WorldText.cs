using System.Collections;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Explaining;

/// <summary>Values as messages about a world show them: a total map whose default no key has is written without it, unless that may be why it differs from another.</summary>
internal static class WorldText
{
    /// <summary>The text of a value.</summary>
    internal static string Of(World world, object? value)
    {
        if (value is null || !value.GetType().IsGenericType || value.GetType().GetGenericTypeDefinition() != typeof(Map<,>)) return ValueText.Of(value);
        var keyType = value.GetType().GetGenericArguments()[0];
        if (world.HasIntegers(keyType) || world.Decoder.HasHiddenDefaults) return ValueText.Of(value);
        var entries = ((IEnumerable)value.GetType().GetProperty("Exceptions")!.GetValue(value)!).Cast<object>().ToArray();
        var text = ValueText.Of(value);
        var @default = ", else " + ValueText.Of(value.GetType().GetProperty("Default")!.GetValue(value)) + " }";
        return entries.Length == world.Universe.Values(keyType).Count && text.EndsWith(@default, StringComparison.Ordinal)
            ? string.Concat(text.AsSpan(0, text.Length - @default.Length), " }")
            : text;
    }
}
