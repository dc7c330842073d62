namespace Igloo.Exploring.Liveness;

/// <summary>One fairness assumption of an instance: about one event, several that differ in some parameters, or all events of a component.</summary>
/// <param name="Name">What it is about: <c>Enter(1)</c>, <c>Receive(At: 1)</c>, <c>RingNode 2</c>.</param>
/// <param name="IsStrong">Whether being enabled again and again suffices, SF; else it has to be enabled for ever, WF.</param>
public sealed record FairnessAssumption(string Name, bool IsStrong)
{
    /// <summary>As in <c>WF Enter(1)</c>.</summary>
    public override string ToString() => $"{(IsStrong ? "SF" : "WF")} {Name}";
}
