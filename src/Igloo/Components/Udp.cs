using System.Diagnostics.CodeAnalysis;
using Igloo.Values;

namespace Igloo.Components;

/// <summary>The datagram operations.</summary>
public static class Udp
{
    /// <summary>Sends one message to an address. A failed send keeps the permission.</summary>
    /// <typeparam name="TMessage">The messages.</typeparam>
    /// <remarks>For components that may send the same message again at any time: a failed send may have left.</remarks>
    public sealed class Send<TMessage> : IoOperation<(Address To, TMessage Message), Unit>
    {
        /// <inheritdoc/>
        public override string Name => "UDP_send";
    }

    /// <summary>Sends one message to an address. A failed send counts as one that the network has lost: the component goes on as after a send.</summary>
    /// <typeparam name="TMessage">The messages.</typeparam>
    /// <remarks>For components that may not send a message again at once, but only later, or never.</remarks>
    public sealed class SendOrLose<TMessage> : IoOperation<(Address To, TMessage Message), Unit>
    {
        /// <inheritdoc/>
        public override string Name => "UDP_send";

        /// <inheritdoc/>
        public override FailureContract OnFailure => FailureContract.Lost;
    }

    /// <summary>Waits for one message.</summary>
    /// <typeparam name="TMessage">The messages.</typeparam>
    [Blocking]
    public sealed class Receive<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMessage> : IoOperation<Unit, TMessage>
    {
        /// <inheritdoc/>
        public override string Name => "UDP_receive";

        /// <inheritdoc/>
        public override bool MayLoseInput => true;
    }
}
