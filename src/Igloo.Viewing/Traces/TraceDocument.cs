using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Viewing.Charts;

namespace Igloo.Viewing.Traces;

/// <summary>A run of an instance as text: what a trace file holds, readable without the model and checkable with it.</summary>
/// <param name="Model">The full name of the class.</param>
/// <param name="Size">The size of the instance.</param>
/// <param name="Instance">Its parameters: <c>Ring(3)</c>.</param>
/// <param name="Meaning">What the run shows, in a line; may be empty.</param>
/// <param name="Initial">The initial state.</param>
/// <param name="Steps">The steps.</param>
public sealed record TraceDocument(
    string Model,
    int Size,
    string Instance,
    string Meaning,
    ImmutableArray<TraceField> Initial,
    ImmutableArray<TraceStep> Steps)
{
    /// <summary>The document of a run.</summary>
    /// <param name="instance">The instance of an event system that the run is of.</param>
    /// <param name="run">The run.</param>
    /// <param name="meaning">What it shows, in a line.</param>
    public static TraceDocument Of(Instance instance, Run run, string meaning)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(meaning);
        var participants = Participants.Of(instance.As<EventSystem>(), instance.Universe);
        return new TraceDocument(
            instance.Model.GetType().FullName!,
            instance.Size,
            instance.Description,
            meaning,
            TraceText.Fields(run.Initial),
            [.. run.Steps.Select(s => new TraceStep(ModelText.Event(s.Event), participants.Names(s.Event), TraceText.Fields(s.After)))]);
    }

    /// <summary>The state after so many steps, 0 for the initial one.</summary>
    /// <param name="steps">The number of steps.</param>
    public ImmutableArray<TraceField> StateAfter(int steps) => steps == 0 ? Initial : Steps[steps - 1].State;

    /// <summary>Same model, instance, meaning and run.</summary>
    /// <param name="other">The other document.</param>
    public bool Equals(TraceDocument? other) =>
        other is not null && Model == other.Model && Size == other.Size && Instance == other.Instance && Meaning == other.Meaning
        && Initial.SequenceEqual(other.Initial) && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Model, Size, Instance, Steps.Length);
}
