using System.Collections;
using System.Reflection;
using Igloo.Exploring.Enumerating;
using Igloo.Exploring.Narrowing;
using Igloo.Exploring.Reducing;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Theories;

namespace Igloo.Exploring.Carriers;

/// <summary>Finds the carriers that are not closed under the initial states and <c>Next</c> of a system.</summary>
/// <remarks>
/// Everything that builds a value is looked at, in all functions that can be called: literals and parameters of models have to be in the list, operations of
/// theories are tried on all arguments, arithmetic leaves every list. What only passes values on, such as fields, records and collections, needs no look. What
/// cannot be followed leaves the carrier open.
/// </remarks>
internal sealed class CarrierClosure
{
    private const int MostArguments = 20_000;

    private readonly EventSystem system;
    private readonly Universe universe;
    private readonly HashSet<Type> closed;
    private readonly HashSet<Type> open = [];
    private readonly HashSet<string> visited = [];
    private readonly HashSet<Type> classes = [];
    private readonly List<CallTerm> dispatched = [];
    private readonly HashSet<object> models = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Type, HashSet<object>> lists = [];

    /// <param name="system">The system.</param>
    /// <param name="universe">The lists.</param>
    /// <param name="carriers">The types to look at.</param>
    public CarrierClosure(EventSystem system, Universe universe, IEnumerable<Type> carriers)
    {
        this.system = system;
        this.universe = universe;
        closed = [.. carriers];
    }

    /// <summary>The carriers that are not closed.</summary>
    /// <param name="others">Further functions that compute values.</param>
    /// <exception cref="MissingTermsException">The model was not translated.</exception>
    public IReadOnlySet<Type> Open(params IEnumerable<FunctionDefinition> others)
    {
        if (closed.Count == 0) return open;
        Model(system);
        foreach (var other in others) Visit(other);
        Visit(ModelTerms.Next(system));
        foreach (var initial in ModelTerms.Initial(system)) Visit(initial);
        for (var known = -1; known != visited.Count;)
        {
            known = visited.Count;
            foreach (var call in dispatched.ToArray()) Dispatch(call);
        }

        foreach (var call in dispatched.Where(call => !classes.Any(call.Function.DeclaringType.IsAssignableFrom))) Leave(call.Type);
        return open;
    }

    /// <summary>What models were given as parameters of their constructors.</summary>
    private void Model(object model)
    {
        if (!models.Add(model) || TermRegistry.FindShape(model.GetType()) is not TypeShape.Class) return;
        classes.Add(model.GetType());
        for (Type? type = model.GetType(); type is not null && TermRegistry.FindShape(type) is TypeShape.Class shape; type = shape.BaseType)
        {
            foreach (var field in shape.Fields) Parameter(model, field);
        }
    }

    private void Parameter(object model, Field field)
    {
        object? value;
        try
        {
            value = NativeMembers.Field(model, field.Name);
        }
        catch (MissingTermsException)
        {
            return; // Nothing reads it.
        }

        if (value is null or ITheory) return;
        if (TermRegistry.FindShape(value.GetType()) is TypeShape.Class) Model(value);
        else Require(value, field.Type);
    }

    private void Visit(FunctionDefinition function)
    {
        if (visited.Add($"{function.DeclaringType} {function.Key}") && function.Body is { } body) Visit(body);
    }

    private void Visit(Term term)
    {
        switch (term)
        {
            case LiteralTerm literal:
                Require(literal.Value, literal.Type);
                break;
            case ConstructTerm construct when TermRegistry.FindShape(construct.Type) is TypeShape.Class:
                classes.Add(construct.Type);
                break;
            case ConstructTerm or WithTerm when closed.Contains(NativeTypes.Of(term.Type)):
                Leave(term.Type);
                break;
            case CallTerm call:
                Call(call);
                break;
            case OperationTerm operation when IsArithmetic(operation.Operation):
                Leave(operation.Type);
                break;
            case FieldTerm field when field.Target.Type.IsDefined(typeof(Values.SortAttribute), inherit: false):
                Leave(field.Type);
                break;
            default:
                break;
        }

        foreach (var part in Subterms.Of(term)) Visit(part);
    }

    private static bool IsArithmetic(Operation operation) => operation is Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Negate
        or Operation.Divide or Operation.Remainder or Operation.Absolute or Operation.SetCount or Operation.FiniteMapCount or Operation.BagCountOf
        or Operation.BagCount or Operation.SeqCount;

    private void Call(CallTerm call)
    {
        var function = TermRegistry.FindFunction(call.Function);
        if (call.Function.DeclaringType.IsInterface)
        {
            if (visited.Add($"{call.Function.DeclaringType} {call.Function.Key}")) Try(call.Function.DeclaringType, function, call.Type);
        }
        else if (function is null)
        {
            Leave(call.Type);
        }
        else if (call.Receiver is null || TermRegistry.FindShape(call.Function.DeclaringType) is not TypeShape.Class)
        {
            if (function.Body is null) Leave(call.Type);
            Visit(function);
        }
        else
        {
            dispatched.Add(call);
        }
    }

    /// <summary>A call may reach each class of models that there is an instance of.</summary>
    private void Dispatch(CallTerm call)
    {
        foreach (var receiver in classes.Where(call.Function.DeclaringType.IsAssignableFrom).ToArray())
        {
            var reached = TermRegistry.Dispatch(receiver, call.Function);
            if (reached.Body is null) Leave(call.Type);
            Visit(reached);
        }
    }

    /// <summary>An operation of a theory is what the instances say.</summary>
    private void Try(Type theory, FunctionDefinition? operation, Type result)
    {
        if (!Concerns(result)) return;
        MethodInfo? method = operation is null ? null
            : operation.Key.StartsWith("P:", StringComparison.Ordinal) ? theory.GetProperty(operation.Name)?.GetMethod
            : theory.GetMethods().FirstOrDefault(m => ModelTerms.IsOf(operation, m));
        var instances = universe.Theories.Where(theory.IsInstanceOfType).ToList();
        if (method is null || method.IsGenericMethodDefinition || instances.Count == 0 || method.GetParameters().Any(p => p.ParameterType != typeof(object) && universe.IsGuess(p.ParameterType)))
        {
            Leave(result);
            return;
        }

        try
        {
            var ranges = method.GetParameters().Select(universe.Values).ToArray();
            if (ranges.Aggregate(1L, (product, range) => Math.Min(product * range.Count, MostArguments + 1L)) > MostArguments) Leave(result);
            else foreach (var instance in instances) foreach (var arguments in Product.Of(ranges)) Require(method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null), result);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // Also an operation that is not defined everywhere, such as one of a configured theory.
            Leave(result);
        }
    }

    private bool Concerns(Type type) => Of(type).Count > 0;

    private HashSet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Collect(NativeTypes.Of(type), found, []);
        return found;
    }

    private void Collect(Type type, HashSet<Type> found, HashSet<Type> seen)
    {
        if (!seen.Add(type)) return;
        if (closed.Contains(type)) found.Add(type);
        foreach (var part in CarrierTypes.Parts(type)) Collect(part, found, seen);
    }

    private void Leave(Type type)
    {
        foreach (var carrier in Of(type)) open.Add(carrier);
    }

    /// <summary>A value that the model names: what it is built from has to be listed.</summary>
    private void Require(object? value, Type type)
    {
        if (value is null) return;
        if (closed.Contains(value.GetType()))
        {
            if (!ListOf(value.GetType()).Contains(value)) open.Add(value.GetType());
        }
        else if (!Concerns(type))
        {
            return;
        }
        else if (value is IEnumerable elements && value.GetType() is { IsGenericType: true } collection && collection.Namespace == typeof(Values.Set<>).Namespace
            && collection.GetGenericTypeDefinition() is { } definition && (definition == typeof(Values.Set<>) || definition == typeof(Values.Seq<>) || definition == typeof(Values.Domain<>)))
        {
            foreach (var element in elements) Require(element, collection.GetGenericArguments()[0]);
        }
        else if (Shape.ConstructorOf(value.GetType()) is { } constructor)
        {
            foreach (var part in constructor.GetParameters()) Require(Shape.PropertyOf(value.GetType(), part)!.GetValue(value), part.ParameterType);
        }
        else
        {
            Leave(type);
        }
    }

    private HashSet<object> ListOf(Type type)
    {
        if (lists.TryGetValue(type, out var known)) return known;
        try
        {
            known = [.. universe.Values(type)];
        }
        catch (NotEnumerableException)
        {
            known = [];
        }

        return lists[type] = known;
    }
}
