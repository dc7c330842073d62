using Igloo.Values;

namespace Igloo.Terms;

/// <summary>Prints terms in a notation close to C#, for messages and specifications.</summary>
public static class TermPrinter
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(string)] = "string",
    };

    /// <summary>The text of a term: as the user wrote it where the source is known, otherwise rebuilt from its structure.</summary>
    /// <param name="term">The term.</param>
    public static string Print(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return term.Source?.Text is { Length: > 0 } text ? text : Rebuild(term);
    }

    private static string Rebuild(Term term) => term switch
    {
        LiteralTerm literal => Literal(literal),
        VariableTerm variable => variable.Name,
        LetTerm let => $"{{ var {let.Variable.Name} = {Print(let.Value)}; {Print(let.Body)} }}",
        ConditionalTerm conditional => $"{Operand(conditional.Test)} ? {Operand(conditional.Then)} : {Operand(conditional.Otherwise)}",
        ConstructTerm construct => construct.Type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)
            ? $"({List(construct.Arguments)})"
            : $"new {Name(construct.Type)}({List(construct.Arguments)})",
        FieldTerm { Target: VariableTerm { Name: "this" } } field => field.Name,
        FieldTerm field => $"{Operand(field.Target)}.{field.Name}",
        WithTerm with => $"{Operand(with.Target)} with {{ {string.Join(", ", with.Updates.Select(u => $"{u.Key} = {Print(u.Value)}"))} }}",
        CaseTestTerm test => $"{Operand(test.Target)} is {Name(test.CaseType)}",
        CaseCastTerm cast => IsWidening(cast) ? Print(cast.Target) : $"(({Name(cast.Type)}){Operand(cast.Target)})",
        NoneTerm => "null",
        SomeTerm some => Print(some.Value),
        HasValueTerm has => $"{Operand(has.Target)} is not null",
        ValueTerm value => Print(value.Target),
        CallTerm call => Call(call),
        LambdaTerm { Parameters: [var single] } lambda => $"{single.Name} => {Print(lambda.Body)}",
        LambdaTerm lambda => $"({string.Join(", ", lambda.Parameters.Select(p => p.Name))}) => {Print(lambda.Body)}",
        OperationTerm operation => OperationPrinter.Print(operation),
        _ => throw new ArgumentException($"A {term.GetType().Name} has no text.", nameof(term)),
    };

    /// <summary>The text of an operand: in parentheses where an operator around it could bind tighter.</summary>
    internal static string Operand(Term term) =>
        term is OperationTerm or ConditionalTerm or WithTerm or CaseTestTerm or HasValueTerm or LambdaTerm or SomeTerm or ValueTerm or CaseCastTerm && NeedsParentheses(Print(term))
            ? $"({Print(term)})"
            : Print(term);

    internal static string List(IEnumerable<Term> terms) => string.Join(", ", terms.Select(Print));

    /// <summary>The name of a type without namespace: cases with their hierarchy, options with a question mark.</summary>
    internal static string Name(Type type)
    {
        if (type.IsOf(typeof(Option<>)))
        {
            return Name(type.GetGenericArguments()[0]) + "?";
        }

        var name = Keywords.TryGetValue(type, out var keyword) ? keyword : type.Name.Split('`')[0];
        if (type.IsNested && type.DeclaringType!.IsAbstract)
        {
            return $"{type.DeclaringType.Name.Split('`')[0]}.{name}";
        }

        return type.IsGenericType && !type.IsNested ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }

    private static bool IsWidening(CaseCastTerm cast) => cast.Type.IsAssignableFrom(cast.Target.Type);

    private static string Literal(LiteralTerm literal) => literal.Value switch
    {
        bool truth => truth ? "true" : "false",
        string text => $"\"{text}\"",
        Enum constant => $"{constant.GetType().Name}.{constant}",
        var value => ValueText.Of(value),
    };

    private static string Call(CallTerm call)
    {
        var path = call.Function.Key.Split('(')[0];
        var name = path[(path.LastIndexOf('.') + 1)..].Split('`')[0];
        var target = call.Receiver switch
        {
            null or VariableTerm { Name: "this" } => string.Empty,
            var receiver => Operand(receiver) + ".",
        };
        return call.Function.Key[0] == 'M' ? $"{target}{name}({List(call.Arguments)})" : target + name;
    }

    private static bool NeedsParentheses(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (c == ' ' && depth == 0)
            {
                return true;
            }
        }

        return false;
    }
}
