using System.Diagnostics.CodeAnalysis;
using Igloo.Values;

namespace Igloo.Components;

/// <summary>The datagram operations.</summary>
public static class Udp
{
    /// <summary>Sends one message to an address.</summary>
    /// <typeparam name="TMessage">The messages.</typeparam>
    public sealed class Send<TMessage> : IoOperation<(Address To, TMessage Message), Unit>
    {
        /// <inheritdoc/>
        public override string Name => "UDP_send";
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
