using System.Diagnostics.CodeAnalysis;

namespace Igloo.Components;

/// <summary>The operation of failure detectors, for the environment <see cref="Environments.CrashStopNetwork{TNode, TMessage}"/>.</summary>
public static class FailureDetector
{
    /// <summary>Waits until some participant is suspected to have crashed.</summary>
    /// <typeparam name="TNode">The participants.</typeparam>
    [Blocking]
    [Assumes("Every suspicion is right: a participant that is slow or cut off is not taken for crashed.")]
    public sealed class Suspect<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TNode> : IoOperation<Unit, TNode>
    {
        /// <inheritdoc/>
        public override string Name => "FD_suspect";

        /// <inheritdoc/>
        public override bool MayLoseInput => true;
    }
}
