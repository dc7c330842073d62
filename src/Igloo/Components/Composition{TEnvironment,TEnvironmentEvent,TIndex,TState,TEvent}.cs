using Igloo.Models;
using Igloo.Values;

namespace Igloo.Components;

/// <summary>
/// A family of components in parallel with their environment: I/O events synchronise with environment events, internal events
/// interleave.
/// </summary>
/// <typeparam name="TEnvironment">States of the environment.</typeparam>
/// <typeparam name="TEnvironmentEvent">Events of the environment.</typeparam>
/// <typeparam name="TIndex">What identifies a component.</typeparam>
/// <typeparam name="TState">States of a component.</typeparam>
/// <typeparam name="TEvent">Events of a component.</typeparam>
/// <param name="environment">The environment model.</param>
/// <remarks>
/// Igloo (OOPSLA 2020), sections 2.1.3 and 3.6. It is written from the environment's side: each environment event names its
/// partner or happens alone. The other way round, a forgotten case would silently cut a component off.
/// </remarks>
public abstract class Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>(EventSystem<TEnvironment, TEnvironmentEvent> environment)
    : EventSystem<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.State, Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event>, IComposition
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex : notnull
    where TState : class
    where TEvent : class
{
    /// <summary>The product state.</summary>
    /// <param name="Environment">The state of the environment.</param>
    /// <param name="Components">The local states.</param>
    public sealed record State(TEnvironment Environment, Map<TIndex, TState> Components);

    /// <summary>The events of the composed system.</summary>
    public abstract record Event
    {
        /// <summary>An internal event of one component.</summary>
        /// <param name="Component">The component.</param>
        /// <param name="Own">Its event.</param>
        public sealed record Internal(TIndex Component, TEvent Own) : Event;

        /// <summary>An environment event, together with its partner if it has one.</summary>
        /// <param name="Own">The event of the environment.</param>
        public sealed record Environment(TEnvironmentEvent Own) : Event;
    }

    /// <summary>An event of one component.</summary>
    /// <param name="Component">The component.</param>
    /// <param name="Event">Its event.</param>
    public sealed record Step(TIndex Component, TEvent Event);

    /// <summary>The environment model.</summary>
    public EventSystem<TEnvironment, TEnvironmentEvent> EnvironmentModel => environment;

    /// <summary>The index set.</summary>
    public abstract Domain<TIndex> Indices { get; }

    /// <summary>The configuration map γ: the component with the parameters of its index.</summary>
    /// <param name="index">The index.</param>
    public abstract Component<TState, TEvent> Component(TIndex index);

    /// <summary>χ from the environment's side: the component event that happens together with this one; null: the environment alone.</summary>
    /// <param name="e">An event of the environment.</param>
    public abstract Step? Partner(TEnvironmentEvent e);

    /// <inheritdoc/>
    public override State Initial => new(EnvironmentModel.Initial, Indices.ToMap(i => Component(i).Initial));

    /// <inheritdoc/>
    public sealed override State? Next(State s, Event e) => e switch
    {
        Event.Internal(var i, var own) => Component<TState, TEvent>.IsInternal(own) ? Moved(s, s.Environment, i, Component(i).Next(s.Components[i], own)) : null,
        Event.Environment(var own) => Moved(s, EnvironmentModel.Next(s.Environment, own), Partner(own)),
        _ => null,
    };

    /// <inheritdoc/>
    IEnumerable<Participant> IComposition.Participants(object e)
    {
        switch (e)
        {
            case Event.Internal(var i, var own):
                yield return new Participant(Component(i), i, own);
                break;
            case Event.Environment(var own):
                yield return new Participant(EnvironmentModel, null, own);
                if (Partner(own) is { } partner) yield return new Participant(Component(partner.Component), partner.Component, partner.Event);
                break;
            default:
                throw new ArgumentException($"{e} is no event of this composition.", nameof(e));
        }
    }

    private State? Moved(State s, TEnvironment? environment, Step? partner)
    {
        if (environment is null)
        {
            return null;
        }

        return partner is null
            ? s with { Environment = environment }
            : Moved(s, environment, partner.Component, Component(partner.Component).Step(s.Components[partner.Component], partner.Event));
    }

    private static State? Moved(State s, TEnvironment environment, TIndex index, TState? local) =>
        local is null ? null : new State(environment, s.Components.Set(index, local));
}
