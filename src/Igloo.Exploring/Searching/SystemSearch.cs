namespace Igloo.Exploring.Searching;

/// <summary>A search of the states of one system.</summary>
internal abstract class SystemSearch<TNode>(Stepper stepper, ExplorationOptions options) : Search<TNode>(options)
    where TNode : notnull
{
    private readonly Successors successors = new(stepper, options);

    /// <summary>The failure of the compiled model that ended the search.</summary>
    public Violation? Fault { get; private set; }

    /// <inheritdoc/>
    public override IEnumerable<UnboundedParameter> Unbounded => successors.Unbounded;

    protected Stepper Stepper => stepper;

    protected override bool Forgets { get; } = options.Storage == StateStorage.Fingerprints;

    protected sealed override void Expand(int index, TNode node)
    {
        var enabled = 0;
        foreach (var (e, after, fault) in successors.Of(index, StateOf(node), i => i < Visited ? StateOf(Nodes[i]) : null))
        {
            if (IsStopped) return;
            if (fault is not null)
            {
                Fail(new Violation(PropertyKind.Defined, null, [], RunTo(index), fault, e));
                return;
            }

            enabled++;
            Step(index, node, e, after!);
        }

        if (enabled == 0) End(index, node);
    }

    /// <summary>Looks at an enabled event and goes on where it leads.</summary>
    protected abstract void Step(int index, TNode node, object e, object after);

    /// <summary>Ends the search because the compiled model failed.</summary>
    protected void Fail(Violation fault)
    {
        Fault = fault;
        Stop(Completeness.StoppedByFault);
    }

    /// <summary>Looks at a node without enabled events.</summary>
    protected virtual void End(int index, TNode node)
    {
    }

    protected sealed override TNode Follow(TNode node, object e) => After(node, e, stepper.Next(StateOf(node), e)!);

    /// <summary>The node of a state that an event leads to.</summary>
    protected abstract TNode After(TNode node, object e, object after);
}
