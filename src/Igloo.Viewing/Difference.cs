namespace Igloo.Viewing;

/// <summary>What a step changed in one field.</summary>
/// <param name="Field">The field, with the records and maps it is in: <c>Components[0].Outbox</c>.</param>
/// <param name="Before">Its value before.</param>
/// <param name="After">Its value after.</param>
public sealed record Difference(string Field, string Before, string After);
