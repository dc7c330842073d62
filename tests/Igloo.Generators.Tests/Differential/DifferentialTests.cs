using System.Reflection;
using Igloo.Generators.Tests.Corpus;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Generators.Tests.Differential;

/// <summary>The compiled code and the translation of the same source have the same values.</summary>
public sealed class DifferentialTests
{
    private const int Runs = 300;

    private static readonly Type[] Corpora = [typeof(Expressions), typeof(Options), typeof(Patterns), typeof(Collections), typeof(Counters), typeof(Doubled)];

    public static TheoryData<string, string> Functions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var corpus in Corpora)
            {
                foreach (var member in MembersOf(corpus))
                {
                    data.Add(corpus.Name, member.Name);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Functions))]
    public void Terms_and_compiled_code_agree(string corpusName, string memberName)
    {
        var corpus = Corpora.Single(c => c.Name == corpusName);
        var member = MembersOf(corpus).Single(m => m.Name == memberName);
        var function = TermRegistry.Declared(corpus).Single(f => f.Name == memberName && f.Body is not null);
        var values = new RandomValues(seed: 20260101);
        for (var run = 0; run < Runs; run++)
        {
            var receiver = member.IsStatic ? null : values.Of(corpus);
            object?[] arguments = [.. function.Parameters.Select(p => values.Of(p.Type))];
            var compiled = Outcome(() => member.Invoke(receiver, arguments));
            var evaluated = Outcome(() => TermEvaluator.Call(function, receiver, arguments));
            Assert.True(Equals(compiled, evaluated), $"{memberName}({string.Join(", ", arguments)}): compiled {compiled ?? "null"}, evaluated {evaluated ?? "null"}");
        }
    }

    [Fact]
    public void Corpus_is_translated_completely()
    {
        foreach (var corpus in Corpora)
        {
            var translated = TermRegistry.Declared(corpus).Select(f => f.Name).ToHashSet();
            Assert.Equal([], MembersOf(corpus).Select(m => m.Name).Except(translated));
        }
    }

    // Where C# throws, terms are undefined: the evaluator must throw as well, whatever it is.
    private static object? Outcome(Func<object?> compute)
    {
        try
        {
            return compute();
        }
        catch (Exception exception) when (exception is not MissingTermsException and not ArgumentException { ParamName: "term" })
        {
            return typeof(Exception);
        }
    }

    private static IEnumerable<MethodInfo> MembersOf(Type corpus)
    {
        var flags = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var method in corpus.GetMethods(flags).Where(m => !m.IsSpecialName && !m.IsGenericMethod))
        {
            yield return method;
        }
    }
}
