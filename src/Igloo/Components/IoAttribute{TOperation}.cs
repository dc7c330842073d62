using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Igloo.Components;

/// <summary>Marks an event as the invocation of one I/O library operation.</summary>
/// <typeparam name="TOperation">The operation; its parameters are exactly those of the event.</typeparam>
/// <remarks>Igloo (OOPSLA 2020), section 3.5, requirement 2.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class IoAttribute<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TOperation> : IoAttribute
    where TOperation : IoOperation, new()
{
    private static readonly TOperation Shared = new();

    /// <inheritdoc/>
    public override Type OperationType => typeof(TOperation);

    /// <inheritdoc/>
    public override IoOperation Operation => Shared;

    // Where the methods are not known, the typing is asked.
    internal override bool TakesEveryInput { get; } = typeof(TOperation).GetMethods(BindingFlags.Instance | BindingFlags.Public)
        .Where(m => m.Name == nameof(IoOperation<int, int>.Returns) && m.GetParameters().Length == 2)
        .Select(m => m.DeclaringType!.IsOf(typeof(IoOperation<,>)))
        .DefaultIfEmpty(false)
        .All(isInherited => isInherited);
}
