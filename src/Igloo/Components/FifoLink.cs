namespace Igloo.Components;

/// <summary>The operations of ordered links to several participants, for <see cref="Environments.ReliableNetwork{TNode, TMessage}"/> and <see cref="Environments.CrashStopNetwork{TNode, TMessage}"/>.</summary>
public static class FifoLink
{
    /// <summary>Sends one message to a participant.</summary>
    /// <typeparam name="TNode">The participants.</typeparam>
    /// <typeparam name="TMessage">The messages.</typeparam>
    /// <remarks>A failed send may have left in part, and nothing can be sent after a part: the component stops.</remarks>
    public sealed class Send<TNode, TMessage> : IoOperation<(TNode To, TMessage Message), Unit>
    {
        /// <inheritdoc/>
        public override string Name => "LINK_send";

        /// <inheritdoc/>
        public override FailureContract OnFailure => FailureContract.Stop;
    }

    /// <summary>Waits for the next message of some participant.</summary>
    /// <typeparam name="TNode">The participants.</typeparam>
    /// <typeparam name="TMessage">The messages.</typeparam>
    [Blocking]
    public sealed class Receive<TNode, TMessage> : IoOperation<Unit, (TNode From, TMessage Message)>
    {
        /// <inheritdoc/>
        public override string Name => "LINK_receive";
    }
}
