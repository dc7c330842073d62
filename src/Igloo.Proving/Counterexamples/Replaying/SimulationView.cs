using Igloo.Models;

namespace Igloo.Proving.Counterexamples.Replaying;

/// <summary>A simulation that can be run: a refinement, or one direction of an equality.</summary>
internal abstract class SimulationView
{
    internal abstract EventSystem Concrete { get; }

    internal abstract EventSystem Abstract { get; }

    internal abstract bool AreRelated(object concrete, object @abstract);

    internal abstract object? Mediate(object e);

    /// <summary>The abstract state after an event that the mediator maps to nothing; null where that is not allowed.</summary>
    internal virtual object? Skip(object above) => above;

    /// <summary>Whether the other mediator leads back from the counterpart of an event to the event.</summary>
    internal virtual bool IsInverseAt(object e) => true;

    /// <summary>The direction of an equality in which an event is the concrete one.</summary>
    internal static SimulationView OfEquality(Equality equality, object? e) =>
        new OfEqualities(equality, isForth: e is null || equality.LeftSystem.EventType.IsInstanceOfType(e));

    internal sealed class OfRefinement(Refinement refinement) : SimulationView
    {
        internal override EventSystem Concrete => refinement.ConcreteSystem;

        internal override EventSystem Abstract => refinement.AbstractSystem;

        internal override bool AreRelated(object concrete, object @abstract) => refinement.AreRelated(concrete, @abstract);

        internal override object? Mediate(object e) => refinement.MediateEvent(e);
    }

    private sealed class OfEqualities(Equality equality, bool isForth) : SimulationView
    {
        internal override EventSystem Concrete => isForth ? equality.LeftSystem : equality.RightSystem;

        internal override EventSystem Abstract => isForth ? equality.RightSystem : equality.LeftSystem;

        internal override bool AreRelated(object concrete, object @abstract) =>
            (bool)Run("Related", isForth ? [concrete, @abstract] : [@abstract, concrete])!;

        internal override object? Mediate(object e) => Run(isForth ? "Forth" : "Back", [e]);

        internal override object? Skip(object above) => null;

        internal override bool IsInverseAt(object e) => Mediate(e) is { } counterpart && Equals(Run(isForth ? "Back" : "Forth", [counterpart]), e);

        private object? Run(string method, object[] arguments) => equality.GetType().GetMethod(method)!
            .Invoke(equality, System.Reflection.BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }
}
