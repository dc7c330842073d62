using System.Collections.Immutable;
using Igloo.Exploring;

namespace Igloo.Viewing.Walking;

/// <summary>A place on a run: a state with the events that led to it. Used by one thread at a time.</summary>
internal sealed class Position
{
    private readonly PropertyEvaluation evaluation;
    private readonly Dictionary<string, Position> continuations = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<PropertyValue>> values;

    private Position(PropertyEvaluation evaluation, object state, object past, Position? before, Move? step)
    {
        this.evaluation = evaluation;
        State = state;
        Past = past;
        Before = before;
        Step = step;
        values = new(Evaluate);
    }

    public object State { get; }

    /// <summary>The place before the last event; null at an initial state.</summary>
    public Position? Before { get; }

    /// <summary>The last event; null at an initial state.</summary>
    public Move? Step { get; }

    /// <summary>The values of all properties that have one here: those of steps need a step.</summary>
    public ImmutableArray<PropertyValue> Values => values.Value;

    public IEnumerable<string> Violated => Values.Where(v => v.IsViolated).Select(v => v.Property.Name);

    public IEnumerable<string> Reached => Values.Where(v => v.Property.Kind == PropertyKind.Goal && v.Holds == true).Select(v => v.Property.Name);

    private object Past { get; }

    public static Position AtStart(PropertyEvaluation evaluation, object state) => new(evaluation, state, evaluation.NoPast, null, null);

    /// <summary>The place after one more event.</summary>
    /// <param name="move">An event from here at which the model does not fail.</param>
    public Position After(Move move)
    {
        if (!continuations.TryGetValue(move.Token, out var next))
        {
            next = new Position(evaluation, move.After!, evaluation.PastAfter(Past, move.Event), this, move);
            continuations.Add(move.Token, next);
        }

        return next;
    }

    private ImmutableArray<PropertyValue> Evaluate()
    {
        var atState = evaluation.AtState(State, Past);
        return Before is null ? atState : [.. atState, .. evaluation.AtStep(Before.State, Before.Past, Step!.Event, State)];
    }
}
