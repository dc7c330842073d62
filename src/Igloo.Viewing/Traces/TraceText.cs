using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Values;

namespace Igloo.Viewing.Traces;

/// <summary>How states read in traces.</summary>
internal static class TraceText
{
    /// <summary>The fields of a state; a state that is no record is one field without a name.</summary>
    public static ImmutableArray<TraceField> Fields(object state)
    {
        var fields = ModelText.Fields(state);
        return fields.Count == 0
            ? [new TraceField("", ValueText.Of(state))]
            : [.. fields.Select(f => new TraceField(f.Name, ValueText.Of(f.Value)))];
    }
}
