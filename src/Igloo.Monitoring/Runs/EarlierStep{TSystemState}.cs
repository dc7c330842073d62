namespace Igloo.Monitoring.Runs;

/// <summary>Something that the environment may have done with a component before the component's log begins.</summary>
/// <param name="Text">The event.</param>
/// <param name="Step">Moves the environment; null where it does not have the event.</param>
internal sealed record EarlierStep<TSystemState>(string Text, Func<TSystemState, TSystemState?> Step)
    where TSystemState : class;
