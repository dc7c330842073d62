namespace Igloo.Exploring.Searching;

/// <summary>The visited nodes that are still to be expanded, by their indexes.</summary>
internal abstract class Frontier
{
    public static Frontier Of(SearchStrategy strategy) => strategy == SearchStrategy.DepthFirst ? new LastFirst() : new FirstFirst();

    /// <summary>How many nodes are waiting.</summary>
    public abstract int Count { get; }

    public abstract void Add(int index);

    public abstract bool TryTake(out int index);

    private sealed class FirstFirst : Frontier
    {
        private readonly Queue<int> waiting = new();

        public override int Count => waiting.Count;

        public override void Add(int index) => waiting.Enqueue(index);

        public override bool TryTake(out int index) => waiting.TryDequeue(out index);
    }

    private sealed class LastFirst : Frontier
    {
        private readonly Stack<int> waiting = new();

        public override int Count => waiting.Count;

        public override void Add(int index) => waiting.Push(index);

        public override bool TryTake(out int index) => waiting.TryPop(out index);
    }
}
