using System.Diagnostics.CodeAnalysis;

namespace Igloo.Components;

/// <summary>The operations of timers, for the environment <see cref="Environments.Timers{TNode, TTimer}"/>.</summary>
public static class LocalTimer
{
    /// <summary>Starts a timer.</summary>
    /// <typeparam name="TTimer">What distinguishes the timers of one participant.</typeparam>
    public sealed class Start<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TTimer> : IoOperation<TTimer, Unit>
    {
        /// <inheritdoc/>
        public override string Name => "TIMER_start";

        /// <inheritdoc/>
        public override FailureContract OnFailure => FailureContract.Unknown;
    }

    /// <summary>Cancels a timer, running or not.</summary>
    /// <typeparam name="TTimer">What distinguishes the timers of one participant.</typeparam>
    public sealed class Cancel<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TTimer> : IoOperation<TTimer, Unit>
    {
        /// <inheritdoc/>
        public override string Name => "TIMER_cancel";

        /// <inheritdoc/>
        public override FailureContract OnFailure => FailureContract.Unknown;
    }

    /// <summary>Waits until some timer expires.</summary>
    /// <typeparam name="TTimer">What distinguishes the timers of one participant.</typeparam>
    [Blocking]
    public sealed class Expire<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TTimer> : IoOperation<Unit, TTimer>
    {
        /// <inheritdoc/>
        public override string Name => "TIMER_expire";

        /// <inheritdoc/>
        public override bool MayLoseInput => true;
    }
}
