namespace Igloo.Models;

/// <summary>Marks a predicate over the state that some reachable state satisfies: a goal that keeps a model from being vacuous.</summary>
/// <remarks>Exploration of instances looks for a witness; a goal that is never reached turns the test red.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SometimesAttribute : Attribute;
