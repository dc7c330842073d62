using System.Collections.Immutable;
using System.Numerics;
using Igloo.Trimming;

namespace Igloo.Terms.Reading;

/// <summary>Reads the terms of one function at given type arguments.</summary>
internal sealed class FunctionScope(Unit unit, Type[] typeArguments, string file)
{
    private readonly Dictionary<string, VariableTerm> variables = [];

    public VariableTerm Declare(Node node)
    {
        var variable = new VariableTerm(unit.Text(node[1]), Type(node[2]));
        variables[node[0].Atom!] = variable;
        return variable;
    }

    public VariableTerm Declare(string id, string name, Type type) => variables[id] = new VariableTerm(name, type);

    public Type Type(Node node) => unit.ResolveType(node, typeArguments);

    public Term Read(Node node) => Read(node, null);

    private Term Read(Node node, SourceSpan? source)
    {
        if (node.Atom is { } atom)
        {
            return atom switch
            {
                "t" => new LiteralTerm(true, typeof(bool)) { Source = source },
                "f" => new LiteralTerm(false, typeof(bool)) { Source = source },
                _ => variables.TryGetValue(atom, out var variable)
                    ? variable
                    : throw new FormatException($"A term unit uses the undeclared variable {atom}."),
            };
        }

        return node.Head switch
        {
            "@" => Read(node[3], new SourceSpan(file, int.Parse(node[1].Atom!), unit.Text(node[2]))),
            "i" => new LiteralTerm(Integer(Type(node[1]), node[2].Atom!), Type(node[1])) { Source = source },
            "e" => new LiteralTerm(Enum.ToObject(Type(node[1]), long.Parse(node[2].Atom!)), Type(node[1])) { Source = source },
            "s" => new LiteralTerm(unit.Text(node[1]), typeof(string)) { Source = source },
            "let" or "let!" => ReadLet(node, source),
            "if" => new ConditionalTerm(Read(node[2]), Read(node[3]), Read(node[4]), Type(node[1])) { Source = source },
            "new" => new ConstructTerm(Type(node[1]), ReadAll(node, 2)) { Source = source },
            "get" => new FieldTerm(Read(node[2]), unit.Text(node[3]), Type(node[1])) { Source = source },
            "with" => new WithTerm(Read(node[1]), [.. node.Items.Skip(2).Select(u => KeyValuePair.Create(unit.Text(u[0]), Read(u[1])))]) { Source = source },
            "is" => new CaseTestTerm(Read(node[2]), Type(node[1])) { Source = source },
            "as" => new CaseCastTerm(Read(node[2]), Type(node[1])) { Source = source },
            "none" => new NoneTerm(Type(node[1])) { Source = source },
            "some" => ReadSome(node, source),
            "has" => new HasValueTerm(Read(node[1])) { Source = source },
            "val" => ReadValue(node, source),
            "call" => ReadCall(node, source),
            "op" => new OperationTerm(Enum.Parse<Operation>(node[2].Atom!), ReadAll(node, 3), Type(node[1])) { Source = source },
            "fn" => ReadLambda(node, source),
            var head => throw new FormatException($"A term unit uses the unknown form '{head}'. It was written by another version of the generator; rebuild the project."),
        };
    }

    private static object Integer(Type type, string digits) =>
        type == typeof(int) ? int.Parse(digits)
        : type == typeof(long) ? long.Parse(digits)
        : type == typeof(BigInteger) ? BigInteger.Parse(digits)
        : Convert.ChangeType(digits, type);

    private ImmutableArray<Term> ReadAll(Node node, int from) => [.. node.Items.Skip(from).Select(Read)];

    private LetTerm ReadLet(Node node, SourceSpan? source)
    {
        var value = Read(node[4]);
        var variable = Declare(node[1].Atom!, unit.Text(node[2]), Type(node[3]));
        return new LetTerm(variable, value, Read(node[5])) { Source = source, IsEager = node[0].Atom == "let!" };
    }

    private SomeTerm ReadSome(Node node, SourceSpan? source)
    {
        var value = Read(node[1]);
        return new SomeTerm(value, typeof(Option<>).At(value.Type)) { Source = source };
    }

    private ValueTerm ReadValue(Node node, SourceSpan? source)
    {
        var target = Read(node[1]);
        return new ValueTerm(target, target.Type.GetGenericArguments()[0]) { Source = source };
    }

    private CallTerm ReadCall(Node node, SourceSpan? source)
    {
        var methodArguments = node[4].Items.Select(Type).ToImmutableArray();
        var function = new FunctionReference(Type(node[2]), unit.Text(node[3]), methodArguments);
        var receiver = node[5].Atom == "_" ? null : Read(node[5]);
        return new CallTerm(function, receiver, ReadAll(node, 6), Type(node[1])) { Source = source };
    }

    private LambdaTerm ReadLambda(Node node, SourceSpan? source)
    {
        var parameters = node[1].Items.Select(Declare).ToImmutableArray();
        return new LambdaTerm(parameters, Read(node[2])) { Source = source };
    }
}
