using System.Collections.Immutable;
using System.Reflection;
using Igloo.Proving.Deciding;
using Igloo.Proving.Symbolic;
using Igloo.Terms;
using Igloo.Theories;
using Igloo.Values;

namespace Igloo.Proving.Deriving;

/// <summary>Shipped instances of theories: each axiom is run for all values of its parameters, in each size.</summary>
internal static class Instances
{
    private const int MostCombinations = 100_000;

    /// <summary>One obligation for each class of instances in the theory's own assembly.</summary>
    internal static IEnumerable<Obligation> Of(Type theory)
    {
        var shape = (TypeShape.Theory)TermRegistry.Shape(theory);
        foreach (var type in theory.Assembly.GetTypes().Where(t => IsInstance(t, theory)).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            var sizes = type.GetCustomAttribute<InstancesAttribute>()!;
            var name = $"{Vocabulary.NameOf(type)}({sizes.From}..{sizes.To}) satisfies {Vocabulary.NameOf(theory)}";
            yield return new Obligation(
                $"{ObligationKind.Instance}:{theory.FullName}:{type.FullName}", name, theory, ObligationKind.Instance, shape.Source,
                new Statement.Executed(new Scene(new Vocabulary(), [], []), cancellation => FindViolation(type, sizes, theory, cancellation)));
        }
    }

    private static bool IsInstance(Type type, Type theory) =>
        type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && theory.IsAssignableFrom(type) && type.IsDefined(typeof(InstancesAttribute));

    private static string? FindViolation(Type type, InstancesAttribute sizes, Type theory, CancellationToken cancellation)
    {
        var axioms = new[] { theory }.Concat(theory.GetInterfaces())
            .SelectMany(i => i.GetMethods()).Where(m => m.IsDefined(typeof(AxiomAttribute))).ToImmutableArray();
        for (var size = sizes.From; size <= sizes.To; size++)
        {
            var instance = Activator.CreateInstance(type, size)!;
            if (DifferentDomains(instance, theory) is { } different) return $"{Vocabulary.NameOf(type)}({size}): {different}";
            foreach (var axiom in axioms)
            {
                var parameters = axiom.GetParameters();
                var ranges = parameters.Select(p => RangeOf(instance, type, p.ParameterType, size)).ToImmutableArray();
                if (ranges.Aggregate(1L, (product, range) => Math.Min(MostCombinations + 1L, product * range.Length)) > MostCombinations)
                    throw new UnsupportedModelException($"{axiom.Name} has more than {MostCombinations} combinations of values in {Vocabulary.NameOf(type)}({size}). Let [Instances] end at a smaller size.");
                foreach (var arguments in Combinations(ranges))
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (axiom.Invoke(instance, arguments) is true) continue;
                    var values = string.Join(", ", parameters.Zip(arguments, (p, a) => $"{p.Name} = {a}"));
                    return $"{Vocabulary.NameOf(type)}({size}) violates {axiom.Name}({values}).";
                }
            }
        }

        return null;
    }

    /// <summary>What is wrong where two domains of one sort differ: in a proof each is the whole sort.</summary>
    private static string? DifferentDomains(object instance, Type theory) =>
        new[] { theory }.Concat(theory.GetInterfaces()).SelectMany(i => i.GetProperties())
            .Where(p => p.PropertyType.IsOf(typeof(Domain<>)))
            .Select(p => (p.Name, Element: p.PropertyType.GetGenericArguments()[0], Values: ((System.Collections.IEnumerable)p.GetValue(instance)!).Cast<object>().ToHashSet()))
            .GroupBy(d => d.Element)
            .SelectMany(domains => domains.Skip(1).Where(d => !d.Values.SetEquals(domains.First().Values)).Select(d =>
                $"{domains.First().Name} and {d.Name} are different domains of {Vocabulary.NameOf(domains.Key)}, but in a proof each of them is all of it. "
                + "Use a sort for each, or one domain and a predicate that tells its elements apart."))
            .FirstOrDefault();

    /// <summary>The values of a type in an instance: those of its domain, or as many as its size.</summary>
    private static ImmutableArray<object> RangeOf(object instance, Type type, Type element, int size)
    {
        var domain = type.GetProperties().FirstOrDefault(p => p.PropertyType == typeof(Domain<>).MakeGenericType(element));
        if (domain is not null) return [.. ((System.Collections.IEnumerable)domain.GetValue(instance)!).Cast<object>()];
        if (element == typeof(bool)) return [false, true];
        if (element.IsEnum) return [.. Enum.GetValues(element).Cast<object>()];
        if (element == typeof(int)) return [.. Enumerable.Range(-size, (2 * size) + 1).Cast<object>()];
        var constructor = element.GetConstructors().FirstOrDefault(c => c.GetParameters() is [{ ParameterType: var p }] && (p == typeof(int) || p == typeof(long)))
            ?? throw new UnsupportedModelException($"{Vocabulary.NameOf(type)} has no Domain<{Vocabulary.NameOf(element)}>, so its axioms cannot be run.");
        var number = constructor.GetParameters()[0].ParameterType;
        return [.. Enumerable.Range(0, size).Select(i => constructor.Invoke([Convert.ChangeType(i, number)]))];
    }

    private static IEnumerable<object[]> Combinations(ImmutableArray<ImmutableArray<object>> ranges)
    {
        IEnumerable<ImmutableArray<object>> rows = [[]];
        foreach (var range in ranges) rows = rows.SelectMany(_ => range, (row, value) => row.Add(value));
        return rows.Select(row => row.ToArray());
    }
}
