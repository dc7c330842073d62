using Igloo.Exploring;
using Igloo.Exploring.Stepping;
using Igloo.Models;
using Igloo.Proving.Counterexamples.Replaying;

namespace Igloo.Proving.Counterexamples.Classifying;

/// <summary>Concrete and abstract system side by side, as a system to explore: the abstract one does what the mediator says.</summary>
internal abstract class SimulationSystem
{
    /// <summary>For a simulation whose types are only known at run time.</summary>
    internal static SimulationSystem Of(SimulationView view, Refinement? refinement) =>
        (SimulationSystem)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(view.Concrete.EventType), view, refinement)!;

    /// <summary>A concrete and an abstract state.</summary>
    internal sealed record Pair(object Concrete, object Abstract);

    /// <summary>The system of pairs.</summary>
    internal abstract EventSystem System { get; }

    /// <summary>Whether some event leads from a pair out of the simulation: the abstract event is not enabled, or the states are unrelated.</summary>
    internal abstract object? FindEscape(Pair pair, Universe universe);

    /// <summary>An event that can happen in the concrete system although the abstract one refuses what the mediator makes of it.</summary>
    internal abstract object? FindRefused(Pair pair, Universe universe);

    private sealed class Typed<TEvent> : SimulationSystem
        where TEvent : class
    {
        private readonly Product system;
        private (Universe Universe, EnabledEvents Events)? enabled;

        public Typed(SimulationView view, Refinement? refinement) => system = new Product(view, refinement);

        internal override EventSystem System => system;

        internal override object? FindEscape(Pair pair, Universe universe) => EventsAt(pair, universe).FirstOrDefault(e => system.Escapes(pair, e));

        internal override object? FindRefused(Pair pair, Universe universe) => EventsAt(pair, universe).FirstOrDefault(e => system.Refuses(pair, e));

        private IEnumerable<object> EventsAt(Pair pair, Universe universe)
        {
            if (enabled?.Universe != universe) enabled = (universe, new EnabledEvents(system.Followed, universe));
            return enabled.Value.Events.At(pair.Concrete).Select(e => e.Event);
        }

        private sealed class Product(SimulationView view, Refinement? refinement) : EventSystem<Pair, TEvent>, IShadowSystem
        {
            public EventSystem Followed => view.Concrete;

            public object FollowedState(object state) => ((Pair)state).Concrete;

            public override Pair Initial => new(
                view.Concrete.InitialState,
                refinement is null ? view.Abstract.InitialState : refinement.AbstractInitialState(view.Concrete.InitialState));

            public override Pair? Next(Pair s, TEvent e)
            {
                if (view.Concrete.NextState(s.Concrete, e) is not { } concrete) return null;
                return After(s, e) is { } above ? new Pair(concrete, above) : null;
            }

            internal bool Escapes(Pair pair, object e) =>
                view.Concrete.NextState(pair.Concrete, e) is { } concrete
                && (!view.IsInverseAt(e) || After(pair, e) is not { } above || !view.AreRelated(concrete, above));

            internal bool Refuses(Pair pair, object e) => view.Concrete.NextState(pair.Concrete, e) is not null && After(pair, e) is null;

            private object? After(Pair pair, object e) => view.Mediate(e) is { } mediated ? view.Abstract.NextState(pair.Abstract, mediated) : view.Skip(pair.Abstract);
        }
    }
}
