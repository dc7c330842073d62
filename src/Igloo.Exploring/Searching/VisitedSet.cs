namespace Igloo.Exploring.Searching;

/// <summary>Tells new nodes from visited ones.</summary>
internal abstract class VisitedSet<TNode>
    where TNode : notnull
{
    public static VisitedSet<TNode> Of(StateStorage storage) => storage == StateStorage.Fingerprints ? new OfFingerprints() : new OfNodes();

    public abstract bool Contains(TNode node);

    public abstract void Add(TNode node);

    private sealed class OfNodes : VisitedSet<TNode>
    {
        private readonly HashSet<TNode> nodes = [];

        public override bool Contains(TNode node) => nodes.Contains(node);

        public override void Add(TNode node) => nodes.Add(node);
    }

    private sealed class OfFingerprints : VisitedSet<TNode>
    {
        private readonly HashSet<ulong> nodes = [];

        public override bool Contains(TNode node) => nodes.Contains(Fingerprint.Of(node));

        public override void Add(TNode node) => nodes.Add(Fingerprint.Of(node));
    }
}
