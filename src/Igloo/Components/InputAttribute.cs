namespace Igloo.Components;

/// <summary>Marks an event parameter whose value the environment chooses.</summary>
/// <remarks>Guards may not depend on it: an input exists only once the operation has been invoked (section 3.5, requirement 3). Parameters without the mark are outputs.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InputAttribute : Attribute;
