using System.Collections.Immutable;

namespace Igloo.Viewing;

/// <summary>Why an event is not enabled.</summary>
/// <param name="Text">The event.</param>
/// <param name="Short">The part that a participant does.</param>
/// <param name="Who">Who takes part in it.</param>
/// <param name="Conditions">The conjuncts of its guards; empty where no arm of Next is for it.</param>
public sealed record RefusalView(string Text, string Short, string Who, ImmutableArray<ConditionView> Conditions);
