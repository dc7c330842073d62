using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Igloo.Trimming;

namespace Igloo.Components;

/// <summary>What an event case of a component declares: its operation and which of its parameters are inputs.</summary>
public sealed class EventSignature
{
    private static readonly ConcurrentDictionary<Type, EventSignature> Known = new();

    private EventSignature(Type caseType, IoAttribute? io, bool isAutomatic, ImmutableArray<EventParameter> parameters)
    {
        CaseType = caseType;
        Operation = io?.Operation;
        TakesEveryInput = io?.TakesEveryInput ?? true;
        IsAutomatic = isAutomatic;
        Parameters = parameters;
    }

    /// <summary>The event case.</summary>
    public Type CaseType { get; }

    /// <summary>The I/O operation, or null for an internal event.</summary>
    public IoOperation? Operation { get; }

    /// <summary>The parameters in the order of the constructor.</summary>
    public ImmutableArray<EventParameter> Parameters { get; }

    /// <summary>Whether the event is internal.</summary>
    public bool IsInternal => Operation is null;

    /// <summary>Whether every input of the right type is well-typed, whatever the output.</summary>
    internal bool TakesEveryInput { get; }

    /// <summary>Whether the event is internal, and monitors follow it without a report of the program.</summary>
    public bool IsAutomatic { get; }

    /// <summary>Whether the environment may leave the operation waiting for ever.</summary>
    public bool IsBlocking => Operation?.GetType().IsDefined(typeof(BlockingAttribute), inherit: true) ?? false;

    /// <summary>The signature of an event case.</summary>
    /// <param name="caseType">A sealed case of the event hierarchy of a component.</param>
    /// <exception cref="InvalidOperationException">The case carries neither [Io] nor [Internal], or both, or has no public constructor.</exception>
    public static EventSignature Of(Type caseType)
    {
        ArgumentNullException.ThrowIfNull(caseType);
        return Known.GetOrAdd(caseType, Read);
    }

    /// <summary>Whether the input of the event lies in Ty of its operation and output.</summary>
    /// <param name="e">An event of this case.</param>
    public bool IsWellTyped(object e) => Operation is null || Operation.Admits(OutputOf(e), InputOf(e));

    /// <summary>The output v of an event: <see cref="Unit"/>, a value, or a tuple.</summary>
    /// <param name="e">An event of this case.</param>
    public object OutputOf(object e) => Pack(e, inputs: false, Operation?.OutputType);

    /// <summary>The input w of an event: <see cref="Unit"/>, a value, or a tuple.</summary>
    /// <param name="e">An event of this case.</param>
    public object InputOf(object e) => Pack(e, inputs: true, Operation?.InputType);

    private static EventSignature Read(Type caseType)
    {
        var io = caseType.GetCustomAttributes().OfType<IoAttribute>().SingleOrDefault();
        var @internal = caseType.GetCustomAttribute<InternalAttribute>();
        if (io is null != @internal is not null)
        {
            throw new InvalidOperationException(
                $"The event {caseType.Name} must carry exactly one of [Io<...>] and [Internal].");
        }

        var constructor = caseType.Kept().GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw new InvalidOperationException(
            $"The event {caseType.Name} has no public constructor. In a trimmed program, build the model with the Igloo generator, or name the type in a ModelTypeAttribute.");
        var parameters = constructor.GetParameters()
            .Select(p => new EventParameter(
                p.Name!,
                p.ParameterType,
                p.IsDefined(typeof(InputAttribute)),
                caseType.Kept().GetProperty(p.Name!) ?? throw new InvalidOperationException($"{caseType.Name}.{p.Name} is not a positional parameter.")))
            .ToImmutableArray();
        return new EventSignature(caseType, io, @internal is { IsAutomatic: true }, parameters);
    }

    private object Pack(object e, bool inputs, Type? packed)
    {
        var values = Parameters.Where(p => p.IsInput == inputs).Select(p => p.Property.GetValue(e)).ToArray();
        return values.Length switch
        {
            0 => default(Unit),
            1 => values[0]!,
            _ when packed is not null && typeof(ITuple).IsAssignableFrom(packed) => Activator.CreateInstance(packed.Kept(), values)!,
            _ => values,
        };
    }
}
