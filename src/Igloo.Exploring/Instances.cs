using System.Collections.Immutable;
using System.Reflection;
using Igloo.Exploring.Enumerating;
using Igloo.Theories;
using Igloo.Values;

namespace Igloo.Exploring;

/// <summary>
/// Makes finite instances of models: theories become the classes marked <see cref="InstancesAttribute"/>, every other
/// constructor parameter ranges over the universe.
/// </summary>
public static class Instances
{
    /// <summary>All instances of a model between two sizes, smaller ones first.</summary>
    /// <param name="model">The class of the model, closed.</param>
    /// <param name="from">The smallest size, at least 1.</param>
    /// <param name="to">The largest size. Classes of theory instances that declare a smaller range keep to theirs.</param>
    /// <param name="alsoFrom">Further assemblies to search for theory instances, beyond those of the model and of its theories.</param>
    /// <exception cref="ArgumentException">The model is abstract or open, or a theory has no class marked [Instances].</exception>
    /// <exception cref="NotEnumerableException">A parameter has no finite range.</exception>
    public static IEnumerable<Instance> Of(Type model, int from = 1, int to = 4, params IEnumerable<Assembly> alsoFrom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        var constructor = ConstructorOf(model);
        ImmutableArray<Assembly> assemblies = [model.Assembly, .. alsoFrom];
        var theories = TheoriesOf(constructor);
        var classes = theories.Select(p => ClassesOf(p.ParameterType, assemblies)).ToArray();
        return Enumerable.Range(from, Math.Max(0, to - from + 1))
            .SelectMany(size => Product.Of([.. classes.Select(c => c.Where(t => Admits(t, size)).ToArray())])
                .SelectMany(choice => Of(constructor, theories, choice.Cast<Type>().ToArray(), size)));
    }

    /// <summary>All instances of a model between two sizes, smaller ones first.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="from">The smallest size, at least 1.</param>
    /// <param name="to">The largest size.</param>
    public static IEnumerable<Instance> Of<TModel>(int from = 1, int to = 4) => Of(typeof(TModel), from, to);

    /// <summary>
    /// A pseudo-random instance of a size: a class for each theory, other parameters, and what a class with a second constructor
    /// (int size, int seed) leaves open, such as a permutation of identifiers.
    /// </summary>
    /// <param name="model">The class of the model, closed.</param>
    /// <param name="size">The size, at least 1. Classes that declare a smaller range keep to theirs.</param>
    /// <param name="seed">The seed; the same one gives the same instance.</param>
    /// <param name="alsoFrom">Further assemblies to search for theory instances.</param>
    /// <exception cref="ArgumentException">The model is abstract or open, or a theory has no class marked [Instances].</exception>
    /// <exception cref="NotEnumerableException">A parameter has no finite range.</exception>
    public static Instance Sample(Type model, int size, int seed, params IEnumerable<Assembly> alsoFrom)
    {
        var constructor = ConstructorOf(model);
        var theories = TheoriesOf(constructor);
        ImmutableArray<Assembly> assemblies = [model.Assembly, .. alsoFrom];
        var choice = theories.Select(p => Pick(ClassesOf(p.ParameterType, assemblies), seed)).ToArray();
        var clamped = choice.Aggregate(size, (s, t) => t.GetCustomAttribute<InstancesAttribute>() is { } range ? Math.Clamp(s, range.From, range.To) : s);
        var made = choice.Distinct().ToDictionary(t => t, t => Make(t, clamped, seed));
        var description = string.Join(", ", made.Keys.Select(t => IsSeeded(t) ? $"{TypeText.Of(t)}({clamped}, {seed})" : $"{TypeText.Of(t)}({clamped})"));
        return Pick([.. With(constructor, theories, [.. choice.Select(t => made[t])], clamped, description)], seed);
    }

    /// <summary>The classes marked [Instances] that implement a theory.</summary>
    /// <param name="theory">The theory, closed.</param>
    /// <param name="alsoFrom">Assemblies to search beyond those of the theory and its type arguments.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ImmutableArray<Type> ClassesOf(Type theory, params IEnumerable<Assembly> alsoFrom)
    {
        ArgumentNullException.ThrowIfNull(theory);
        ImmutableArray<Type> found =
        [
            .. theory.GetGenericArguments().Append(theory).Select(t => t.Assembly).Concat(alsoFrom).Distinct()
                .SelectMany(assembly => assembly.GetTypes())
                .Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && t.IsDefined(typeof(InstancesAttribute)) && t.IsAssignableTo(theory))
                .OrderBy(t => t.FullName, StringComparer.Ordinal),
        ];
        return !found.IsEmpty
            ? found
            : throw new ArgumentException(
                $"The theory {TypeText.Of(theory)} has no finite instances: mark a class that implements it and has a constructor with one int, the size, with [Instances(1, 4)].");
    }

    /// <summary>A theory instance of a size.</summary>
    /// <param name="class">A class marked [Instances].</param>
    /// <param name="size">The size.</param>
    /// <exception cref="ArgumentException">The class has no constructor with one int.</exception>
    public static object Make(Type @class, int size)
    {
        ArgumentNullException.ThrowIfNull(@class);
        var constructor = @class.GetConstructor([typeof(int)])
            ?? throw new ArgumentException($"{TypeText.Of(@class)} is marked [Instances] but has no public constructor with one int, the size.");
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [size], null);
    }

    private static object Make(Type @class, int size, int seed) =>
        IsSeeded(@class) ? @class.GetConstructor([typeof(int), typeof(int)])!.Invoke(BindingFlags.DoNotWrapExceptions, null, [size, seed], null) : Make(@class, size);

    private static bool IsSeeded(Type @class) => @class.GetConstructor([typeof(int), typeof(int)]) is not null;

    private static T Pick<T>(ImmutableArray<T> choices, int seed) => choices[new Random(seed).Next(choices.Length)];

    private static ConstructorInfo ConstructorOf(Type model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var constructor = model.IsAbstract || model.ContainsGenericParameters ? null : model.GetConstructors().MaxBy(c => c.GetParameters().Length);
        return constructor ?? throw new ArgumentException($"{TypeText.Of(model)} has no public constructor to make instances with.");
    }

    private static ParameterInfo[] TheoriesOf(ConstructorInfo constructor) =>
        [.. constructor.GetParameters().Where(p => p.ParameterType.IsInterface && p.ParameterType.IsAssignableTo(typeof(ITheory)))];

    private static IEnumerable<Instance> Of(ConstructorInfo constructor, ParameterInfo[] theories, Type[] choice, int size)
    {
        // One class chosen for several parameters is one object: the same theory everywhere.
        var made = choice.Distinct().ToDictionary(t => t, t => Make(t, size));
        return With(constructor, theories, [.. choice.Select(t => made[t])], size, string.Join(", ", made.Keys.Select(t => $"{TypeText.Of(t)}({size})")));
    }

    private static IEnumerable<Instance> With(ConstructorInfo constructor, ParameterInfo[] theories, object[] chosen, int size, string description)
    {
        var universe = Universe.Of(size, chosen.Distinct());
        var parameters = constructor.GetParameters();
        var others = parameters.Except(theories).ToArray();
        return Product.Of([.. others.Select(universe.Values)]).Select(values =>
        {
            var arguments = parameters.Select(p => Array.IndexOf(theories, p) is >= 0 and var i ? chosen[i] : values[Array.IndexOf(others, p)]).ToArray();
            var place = description.Length > 0 ? description : $"size {size}";
            var rest = string.Concat(others.Zip(values, (p, v) => $", {p.Name} = {ValueText.Of(v)}"));
            return new Instance(constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null), universe, size, place + rest);
        });
    }

    private static bool Admits(Type @class, int size) =>
        @class.GetCustomAttribute<InstancesAttribute>() is { } range && range.From <= size && size <= range.To;
}
