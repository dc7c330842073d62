using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>Writing of what is present only sometimes.</summary>
internal static class ConditionalWriting
{
    /// <summary>Writes a value that is there under a condition, and clear bits otherwise.</summary>
    public static void WriteWhere(this Layout layout, Grounder grounder, Value value, int path, int present, Span<int> bits)
    {
        var there = grounder.Conditions.And(path, present);
        if (there == ConditionTable.False) return;
        Span<int> written = stackalloc int[layout.Width];
        layout.Write(grounder, value, there, written);
        for (var i = 0; i < written.Length; i++)
        {
            bits[i] = grounder.Conditions.Or(bits[i], grounder.Conditions.And(present, written[i]));
        }
    }
}
