using System.Collections.Immutable;
using System.Reflection;
using Igloo.Generators.Tests.Corpus;
using Igloo.Generators.Tests.Differential;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;
using Patterns = Igloo.Generators.Tests.Corpus.Patterns;

namespace Igloo.Proving.Tests.Differential;

/// <summary>The compiled code and the formulas of the same source have the same values, as Z3 sees it.</summary>
public sealed class EncodingTests
{
    private const int Runs = 30;
    private const int CarrierSize = 3;

    private static readonly Type[] Corpora = [typeof(Expressions), typeof(Options), typeof(Patterns), typeof(Collections)];

    // Numbers of elements, and data inside itself: rejected with advice, never approximated.
    private static readonly string[] NotFirstOrder = ["Collections.SetTests", "Collections.FiniteMapTests", "Collections.BagTests", "Collections.ComputedScrutinee"];

    public static TheoryData<string, string> Functions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var corpus in Corpora)
                foreach (var member in MembersOf(corpus)) data.Add(corpus.Name, member.Name);
            return data;
        }
    }

    [Theory, MemberData(nameof(Functions))]
    public void Formulas_and_compiled_code_agree(string corpusName, string memberName)
    {
        var corpus = Corpora.Single(c => c.Name == corpusName);
        var member = MembersOf(corpus).Single(m => m.Name == memberName);
        var function = TermRegistry.Declared(corpus).Single(f => f.Name == memberName && f.Body is not null);
        var values = new RandomValues(seed: 20260102);
        var checkedRuns = 0;
        for (var run = 0; run < Runs; run++)
        {
            object?[] arguments = [.. function.Parameters.Select(p => values.Of(p.Type))];
            object? compiled;
            try
            {
                compiled = member.Invoke(null, arguments);
            }
            catch (TargetInvocationException)
            {
                // Where C# throws, formulas say nothing: that it does not happen is an obligation of its own.
                continue;
            }

            if (NotFirstOrder.Contains($"{corpusName}.{memberName}"))
            {
                Assert.Throws<UnsupportedModelException>(() => Agree(function, arguments, compiled));
                return;
            }

            Agree(function, arguments, compiled);
            checkedRuns++;
        }

        Assert.True(checkedRuns > Runs / 10, $"only {checkedRuns} runs were defined");
    }

    private static void Agree(FunctionDefinition function, object?[] arguments, object? compiled)
    {
        var vocabulary = new Vocabulary();
        var lifting = new Lifting(vocabulary);
        var result = new Evaluation(vocabulary).Call(function, null, [.. arguments.Zip(function.Parameters, (a, p) => lifting.Of(a, p.Type))]);
        var same = ValueEquality.Of(vocabulary, result, lifting.Of(compiled, function.ReturnType));
        if (same.IsTrue) return;
        var query = new SatisfiabilityQuery([.. lifting.Facts(CarrierSize), Fol.Not(same)]);
        Assert.True(
            query.Check(cancellationToken: TestContext.Current.CancellationToken) is SatisfiabilityResult.Unsatisfiable,
            $"{function.Name}({string.Join(", ", arguments)}) = {compiled ?? "null"}, but not in the formula {same}");
    }

    private static IEnumerable<MethodInfo> MembersOf(Type corpus) =>
        corpus.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName && !m.IsGenericMethod);
}
