namespace Igloo.Monitoring.Permissions;

/// <summary>One way in which an operation whose outcome is not known yet may have turned out.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Happened">Whether its event is taken to have happened.</param>
internal readonly record struct Assumption(long Operation, bool Happened);
