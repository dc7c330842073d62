using System.Collections.Immutable;

namespace Igloo.Exploring;

/// <summary>A run of a system: an initial state and the events from there, each with the state after it. Without skip.</summary>
/// <param name="Initial">The initial state.</param>
/// <param name="Steps">The steps.</param>
public sealed record Run(object Initial, ImmutableArray<RunStep> Steps)
{
    /// <summary>The number of events.</summary>
    public int Length => Steps.Length;

    /// <summary>The state at the end.</summary>
    public object Last => Steps.IsEmpty ? Initial : Steps[^1].After;

    /// <summary>The state before the last step; the initial one of a run without steps.</summary>
    public object Previous => Steps.Length < 2 ? Initial : Steps[^2].After;

    /// <summary>The events.</summary>
    public IEnumerable<object> Events => Steps.Select(step => step.Event);

    /// <summary>The events on one line: <c>Setup(0) Accept(1, 0)</c>.</summary>
    public string EventLine => string.Join(" ", Events.Select(ModelText.Event));

    /// <summary>Same initial state and same steps.</summary>
    /// <param name="other">The other run.</param>
    public bool Equals(Run? other) => other is not null && Initial.Equals(other.Initial) && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Initial, Steps.Length, Last);

    /// <summary>The initial state, then a line for each step: event, and what it changed.</summary>
    public override string ToString()
    {
        var before = Initial;
        var lines = new List<string> { $"   0  {ModelText.State(Initial)}" };
        foreach (var step in Steps)
        {
            lines.Add($"{lines.Count,4}  {ModelText.Event(step.Event),-24}  changed: {ModelText.Changes(before, step.After)}");
            before = step.After;
        }

        return string.Join('\n', lines);
    }
}
