namespace Igloo.Monitoring.Runs;

/// <summary>How a search for a linear extension has ended.</summary>
/// <param name="Node">The end of the run; where there is none, the place farthest into the logs.</param>
/// <param name="IsFound">Whether there is one.</param>
/// <param name="Steps">How many steps were tried.</param>
/// <param name="IsComplete">Whether everything was tried.</param>
internal sealed record RunSearch<TSystemState, TSystemEvent>(SearchNode<TSystemState, TSystemEvent> Node, bool IsFound, long Steps, bool IsComplete)
    where TSystemState : class
    where TSystemEvent : class;
