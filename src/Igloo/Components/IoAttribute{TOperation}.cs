namespace Igloo.Components;

/// <summary>Marks an event as the invocation of one I/O library operation.</summary>
/// <typeparam name="TOperation">The operation; its parameters are exactly those of the event.</typeparam>
/// <remarks>Igloo (OOPSLA 2020), section 3.5, requirement 2.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class IoAttribute<TOperation> : IoAttribute
    where TOperation : IoOperation, new()
{
    private static readonly TOperation Shared = new();

    /// <inheritdoc/>
    public override Type OperationType => typeof(TOperation);

    /// <inheritdoc/>
    public override IoOperation Operation => Shared;
}
