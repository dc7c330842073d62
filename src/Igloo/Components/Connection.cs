using System.Diagnostics.CodeAnalysis;

namespace Igloo.Components;

/// <summary>The operations of one ordered connection that loses nothing: TCP, TLS, a pipe.</summary>
public static class Connection
{
    /// <summary>Sends one message.</summary>
    /// <typeparam name="TMessage">The messages.</typeparam>
    /// <remarks>A failed send may have left in part, and nothing can be sent after a part: the component stops.</remarks>
    public sealed class Send<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMessage> : IoOperation<TMessage, Unit>
    {
        /// <inheritdoc/>
        public override string Name => "send";

        /// <inheritdoc/>
        public override FailureContract OnFailure => FailureContract.Stop;
    }

    /// <summary>Waits for one message.</summary>
    /// <typeparam name="TMessage">The messages.</typeparam>
    [Blocking]
    public sealed class Receive<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMessage> : IoOperation<Unit, TMessage>
    {
        /// <inheritdoc/>
        public override string Name => "receive";
    }
}
