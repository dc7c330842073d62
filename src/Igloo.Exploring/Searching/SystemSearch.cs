namespace Igloo.Exploring.Searching;

/// <summary>A search of the states of one system.</summary>
internal abstract class SystemSearch<TNode>(Stepper stepper, ExplorationOptions options) : BreadthFirstSearch<TNode>(options)
    where TNode : notnull
{
    /// <summary>The failure of the compiled model that ended the search.</summary>
    public Violation? Fault { get; private set; }

    protected sealed override void Expand(int index, TNode node)
    {
        var state = StateOf(node);
        foreach (var e in stepper.Candidates(state))
        {
            if (IsStopped) return;
            try
            {
                if (stepper.Next(state, e) is { } after) Step(index, node, e, after);
            }
            catch (StepFault fault)
            {
                Fault = new Violation(PropertyKind.Defined, null, [], RunTo(index), fault.Fault, fault.Event);
                Stop(Completeness.StoppedByFault);
            }
        }
    }

    /// <summary>Looks at an enabled event and goes on where it leads.</summary>
    protected abstract void Step(int index, TNode node, object e, object after);
}
