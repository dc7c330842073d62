using System.ComponentModel;
using System.Reflection;

namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>An implementation of a theory, made at run time: abstract members are looked up, default members run as they are written.</summary>
/// <remarks>Public and not sealed, because the platform derives the implementation from it. No user calls it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public class TheoryProxy : DispatchProxy
{
    private readonly Dictionary<MethodInfo, (Delegate Body, MethodInvoker Invoker)> defaults = [];
    private TheoryTables? tables;

    /// <summary>An object that implements the theory.</summary>
    /// <param name="theory">The interface.</param>
    /// <param name="tables">What its abstract members say.</param>
    internal static object Make(Type theory, TheoryTables tables)
    {
        var made = Create(theory, typeof(TheoryProxy));
        ((TheoryProxy)made).tables = tables;
        return made;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        return targetMethod.IsAbstract ? tables!.Lookup(targetMethod, args ?? []) : RunDefault(targetMethod, args ?? []);
    }

    private object? RunDefault(MethodInfo method, object?[] arguments)
    {
        if (!defaults.TryGetValue(method, out var run))
        {
            // A call by name would come back to this proxy for ever; the function pointer is the body itself.
            var type = System.Linq.Expressions.Expression.GetDelegateType([.. method.GetParameters().Select(p => p.ParameterType), method.ReturnType]);
            run = ((Delegate)Activator.CreateInstance(type, this, method.MethodHandle.GetFunctionPointer())!, MethodInvoker.Create(type.GetMethod("Invoke")!));
            defaults.Add(method, run);
        }

        return run.Invoker.Invoke(run.Body, arguments.AsSpan());
    }
}
