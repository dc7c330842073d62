using System.Reflection;
using Igloo.Exploring.Narrowing;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Theories;
using Igloo.Values;

namespace Igloo.Exploring.Reducing.Symmetry;

/// <summary>Goes through terms and the functions that they call, and notes what tells elements of symmetric sorts apart.</summary>
internal sealed class SymmetryWalk(EventSystem system, Universe universe, Renamings renamings)
{
    private readonly HashSet<string> visited = [];
    private readonly List<SymmetryObstacle> obstacles = [];
    private SourceSpan? mapMade;
    private SourceSpan? mapsCompared;

    /// <summary>What was found.</summary>
    public IEnumerable<SymmetryObstacle> Obstacles => mapMade is not null && mapsCompared is not null
        ? obstacles.Append(new SymmetryObstacle(null, mapsCompared, $"compares maps, one of which may be made at {mapMade} with the value of one element as its default"))
        : obstacles;

    /// <summary>Looks at a function.</summary>
    public void Visit(FunctionDefinition function)
    {
        if (!visited.Add($"{function.DeclaringType} {function.Key}")) return;
        if (function.Body is { } body) Visit(body, function.Source);
        else if (function.DeclaringType.IsInterface) Try(function, function.Source);
        else obstacles.Add(new SymmetryObstacle(null, function.Source, $"{function.Name} has no body that could be looked into"));
    }

    private void Visit(Term term, SourceSpan around)
    {
        var at = term.Source ?? around;
        switch (term)
        {
            case ConstructTerm construct when construct.Type.IsDefined(typeof(SortAttribute)) && renamings.Concern(construct.Type):
                obstacles.Add(new SymmetryObstacle(construct.Type, at, $"names an element of {TypeText.Of(construct.Type)}: {TermPrinter.Print(term)}"));
                break;
            case FieldTerm field when field.Target.Type.IsDefined(typeof(SortAttribute)) && renamings.Concern(field.Target.Type):
                obstacles.Add(new SymmetryObstacle(field.Target.Type, at, $"reads {field.Name} of an element of {TypeText.Of(field.Target.Type)}"));
                break;
            case FieldTerm { Target: VariableTerm } field when field.Target.Type.IsInstanceOfType(system):
                Parameter(field, system, at);
                break;
            case OperationTerm { Operation: Operation.DomainToMap } toMap when renamings.Concern(toMap.Type):
                mapMade ??= at;
                break;
            case OperationTerm { Operation: Operation.Equal } equal when renamings.Concern(equal.Arguments[0].Type) && HasMap(equal.Arguments[0].Type):
                mapsCompared ??= at;
                break;
            case CallTerm call:
                Call(call, at);
                break;
            default:
                break;
        }

        foreach (var part in Subterms.Of(term)) Visit(part, at);
    }

    /// <summary>A constructor parameter names no elements, nor does a model that it is, such as the environment of a composition.</summary>
    private void Parameter(FieldTerm field, object model, SourceSpan at)
    {
        var value = TermEvaluator.Evaluate(field, new Dictionary<VariableTerm, object?> { [(VariableTerm)field.Target] = model });
        if (value is ITheory || value is null) return;
        if (value is EventSystem part && TermRegistry.Shape(part.GetType()) is TypeShape.Class shape)
        {
            foreach (var inner in shape.Fields) Parameter(new FieldTerm(new VariableTerm("part", shape.Type), inner.Name, inner.Type), part, at);
        }
        else if (renamings.Concern(value.GetType()) && !renamings.Fix(value))
        {
            obstacles.Add(new SymmetryObstacle(null, at, $"the parameter {field.Name} of {TypeText.Of(model.GetType())} names elements: {ValueText.Of(value)}"));
        }
    }

    private void Call(CallTerm call, SourceSpan at)
    {
        var function = call.Function;
        if (function.DeclaringType.IsInterface)
        {
            var operation = TermRegistry.Function(function);
            if (operation.Body is not null) Visit(operation);
            else if (visited.Add($"{function.DeclaringType} {function.Key}")) Try(operation, at);
            return;
        }

        var receiver = call.Receiver?.Type;
        if (function.DeclaringType.IsInstanceOfType(system)) receiver = system.GetType();
        Visit(receiver is not null && TermRegistry.FindShape(receiver) is TypeShape.Class ? TermRegistry.Dispatch(receiver, function) : TermRegistry.Function(function));
    }

    /// <summary>An operation of a theory is what the instance says.</summary>
    private void Try(FunctionDefinition operation, SourceSpan at)
    {
        var theory = operation.DeclaringType;
        MethodInfo? method = operation.Key.StartsWith("P:", StringComparison.Ordinal)
            ? theory.GetProperty(operation.Name)?.GetMethod
            : theory.GetMethods().FirstOrDefault(m => ModelTerms.IsOf(operation, m));
        if (method is null || !theory.IsAssignableTo(typeof(ITheory)))
        {
            obstacles.Add(new SymmetryObstacle(null, at, $"{operation.Name} of {TypeText.Of(theory)} could not be looked into"));
            return;
        }

        if (!method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType).Any(renamings.Concern)) return;
        var instances = universe.Theories.Where(theory.IsInstanceOfType).ToList();
        if (instances.Count == 0) obstacles.Add(new SymmetryObstacle(null, at, $"the universe has no instance of {TypeText.Of(theory)}, so {operation.Name} could not be tried"));
        foreach (var instance in instances)
        {
            var choices = Enumerating.Product.Of([.. method.GetParameters().Select(universe.Values)]);
            if (renamings.Distinguishing(choices, arguments => method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null)) is var (arguments, result, _))
            {
                var example = arguments.Length == 0 ? operation.Name : $"{operation.Name}({string.Join(", ", arguments.Select(ValueText.Of))})";
                obstacles.Add(new SymmetryObstacle(null, at, $"{TypeText.Of(theory)}.{operation.Name} tells elements apart that are claimed to be alike: {example} = {ValueText.Of(result)}, and not so for all permuted arguments"));
            }
        }
    }

    private static bool HasMap(Type type) =>
        type.IsOf(typeof(Map<,>))
        || type.GetGenericArguments().Any(HasMap)
        || (Enumerating.Shape.ConstructorOf(type) is { } constructor && type.Namespace != typeof(Set<>).Namespace && constructor.GetParameters().Any(p => p.ParameterType != type && HasMap(p.ParameterType)));
}
