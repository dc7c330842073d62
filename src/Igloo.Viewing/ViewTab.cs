namespace Igloo.Viewing;

/// <summary>What is shown of a run beside its states and events.</summary>
public enum ViewTab
{
    /// <summary>The message sequence chart of the run.</summary>
    Chart,

    /// <summary>The states around the current one.</summary>
    Graph,

    /// <summary>Why events are not enabled in the current state.</summary>
    Refused,
}
