using System.Globalization;
using Failover.Model;

namespace Failover.Nodes;

/// <summary>A line between a node process and the one that has started it, which carries it to the others.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">The other node, or the leader that is followed.</param>
/// <param name="Second">The leader of a letter.</param>
internal readonly record struct Line(string Kind, Node First = default, Node Second = default)
{
    /// <summary>A node is ready, or all are.</summary>
    public const string Ready = "ready";

    /// <summary>A node is alive.</summary>
    public const string Heartbeat = "heartbeat";

    /// <summary>A message of the model.</summary>
    public const string Letter = "letter";

    /// <summary>A node follows a leader.</summary>
    public const string Following = "following";

    /// <summary>The line of a text; null if it is none.</summary>
    public static Line? Parse(string text)
    {
        var parts = text.Split(' ');
        if (parts[0] is not (Ready or Heartbeat or Letter or Following)) return null;
        var numbers = new int[2];
        for (var i = 1; i < parts.Length; i++)
        {
            if (i > numbers.Length || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i - 1])) return null;
        }

        return new(parts[0], new(numbers[0]), new(numbers[1]));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {First.Index} {Second.Index}");
}
