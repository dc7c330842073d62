using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Viewing.Charts;
using Igloo.Viewing.States;

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
        var tree = new StateTree(instance.Universe);
        return new TraceDocument(
            instance.Model.GetType().FullName!,
            instance.Size,
            instance.Description,
            meaning,
            TraceText.Fields(run.Initial),
            [.. run.Steps.Zip(run.Steps.Select(s => s.After).Prepend(run.Initial), (step, before) => new TraceStep(
                ModelText.Event(step.Event), participants.Names(step.Event), tree.Differences(before, step.After), TraceText.Fields(step.After)))]);
    }

    /// <summary>Same model, instance, meaning and run.</summary>
    /// <param name="other">The other document.</param>
    public bool Equals(TraceDocument? other) =>
        other is not null && Model == other.Model && Size == other.Size && Instance == other.Instance && Meaning == other.Meaning
        && Initial.SequenceEqual(other.Initial) && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Model, Size, Instance, Steps.Length);
}
