namespace Paxos.Model;

/// <summary>As many acceptors, rounds and values as the size says; the quorums are the majorities.</summary>
/// <param name="size">The size, at least 1.</param>
[Instances(1, 3)]
public sealed class Majorities(int size) : IQuorums
{
    private readonly int[] members = [.. Enumerable.Range(0, 1 << size).Where(bits => 2 * int.PopCount(bits) > size)];

    /// <inheritdoc/>
    public Domain<Acceptor> Acceptors { get; } = new(Enumerable.Range(0, size).Select(i => new Acceptor(i)));

    /// <inheritdoc/>
    public Domain<Quorum> Quorums => new(Enumerable.Range(0, members.Length).Select(i => new Quorum(i)));

    /// <inheritdoc/>
    public Domain<Round> Rounds { get; } = new(Enumerable.Range(0, size).Select(i => new Round(i)));

    /// <inheritdoc/>
    public Domain<Value> Values { get; } = new(Enumerable.Range(0, Math.Min(size, 2)).Select(i => new Value(i)));

    /// <inheritdoc/>
    public bool Member(Acceptor a, Quorum q) => (members[q.Index] >> a.Index & 1) == 1;

    /// <inheritdoc/>
    public bool Less(Round a, Round b) => a.Index < b.Index;
}
