using System.Reflection;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Tests.Differential;

/// <summary>What C# may throw at is found by the requirements of definedness, and what it cannot throw at is proved.</summary>
public sealed class PartialFunctionTests
{
    private static readonly Shelf[] Shelves =
    [
        .. from items in new Seq<int>[] { Seq<int>.Empty, Seq<int>.Of(0), Seq<int>.Of(1, 2) }
           from divisor in new[] { -1, 0, 1, 2 }
           from spare in new int?[] { null, 3 }
           from prices in new[] { FiniteMap<int, int>.Empty, FiniteMap<int, int>.Empty.Set(1, 4) }
           from marks in new[] { Set<int>.Empty, Set<int>.Of(0, 1), Set<int>.Of(-1, 5) }
           from top in new Shelf.Cover[] { new Shelf.Cover.Wood(), new Shelf.Cover.Glass(0), new Shelf.Cover.Glass(1) }
           select new Shelf(items, divisor, spare, prices, marks, top),
    ];

    public static TheoryData<string> Functions => [.. Members.Select(m => m.Name)];

    private static IEnumerable<MethodInfo> Members => typeof(PartialFunctions).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    [Theory, MemberData(nameof(Functions))]
    public void Requirements_are_valid_exactly_where_compiled_code_never_throws(string name)
    {
        var member = Members.Single(m => m.Name == name);
        var thrown = Shelves.FirstOrDefault(s => Throws(member, s));
        var refuted = Refuted(TermRegistry.Declared(typeof(PartialFunctions)).Single(f => f.Name == name && f.Body is not null));

        Assert.True(thrown is null == refuted is null, $"C# throws at {(thrown is null ? "nothing" : $"{thrown.Items}, {thrown.Divisor}, {thrown.Spare}, {thrown.Prices}, {thrown.Marks}, {thrown.Top}")}; the prover objects to {refuted ?? "nothing"}");
    }

    [Fact]
    public void Half_of_the_functions_throw_somewhere() =>
        Assert.InRange(Members.Count(m => Shelves.Any(s => Throws(m, s))), Members.Count() / 3, Members.Count() * 2 / 3);

    private static bool Throws(MethodInfo member, Shelf shelf)
    {
        try
        {
            member.Invoke(null, [shelf]);
            return false;
        }
        catch (TargetInvocationException)
        {
            return true;
        }
    }

    private static string? Refuted(FunctionDefinition function)
    {
        var vocabulary = new Vocabulary();
        var evaluation = new Evaluation(vocabulary);
        var shelf = FreshValues.Of(vocabulary, "s", typeof(Shelf));
        var facts = FreshValues.Counts(vocabulary, shelf).Select(c => c.IsNotNegative);
        return Definedness.Of(evaluation, function.Body!, Evaluation.Scope(function, null, [shelf]))
            .FirstOrDefault(r => new SatisfiabilityQuery([.. facts, .. r.Conjunct.Assumptions, Fol.Not(r.Conjunct.Conclusion)])
                .Check(cancellationToken: TestContext.Current.CancellationToken) is not SatisfiabilityResult.Unsatisfiable)?.Failure;
    }
}
