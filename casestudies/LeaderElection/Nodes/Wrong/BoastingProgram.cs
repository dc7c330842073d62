using LeaderElection.Model;

namespace LeaderElection.Nodes.Wrong;

/// <summary>Announces itself as leader behind the monitor's back, without the event of the model, and otherwise behaves well.</summary>
/// <param name="node">The node.</param>
internal sealed class BoastingProgram(NodeContext node) : INodeProgram
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        node.Elected();
        await new SequentialProgram(node with { Elected = () => { } }).RunAsync(cancellation);
    }
}
