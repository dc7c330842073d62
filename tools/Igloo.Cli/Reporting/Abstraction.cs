namespace Igloo.Cli.Reporting;

/// <summary>One step from a system to what it refines: how its events look from above.</summary>
/// <param name="Concrete">The class of the concrete system.</param>
/// <param name="Abstract">The class of the abstract system.</param>
/// <param name="By">The class of the refinement or equality that relates them.</param>
/// <param name="IsEquality">Whether both have the same traces.</param>
/// <param name="Events">Concrete events of a finite instance.</param>
/// <param name="Mediate">The mediator; null is skip.</param>
internal sealed record Abstraction(Type Concrete, Type Abstract, Type By, bool IsEquality, IReadOnlyList<object> Events, Func<object, object?> Mediate);
