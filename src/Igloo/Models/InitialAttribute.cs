namespace Igloo.Models;

/// <summary>Marks a method that yields initial states, one for each choice of its parameters; null excludes a choice.</summary>
/// <remarks>Use it in place of <see cref="EventSystem{TState,TEvent}.Initial"/> where there is more than one initial state.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InitialAttribute : Attribute;
