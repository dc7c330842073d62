namespace Igloo.Terms.Evaluation;

/// <summary>The values of variables: a list of frames, innermost first. A local is evaluated when it is first read.</summary>
internal sealed class Bindings
{
    private readonly Bindings? outer;
    private readonly IReadOnlyDictionary<VariableTerm, object?>? given;
    private readonly VariableTerm? variable;
    private readonly Lazy<object?>? value;

    private Bindings(Bindings? outer, IReadOnlyDictionary<VariableTerm, object?>? given, VariableTerm? variable, Lazy<object?>? value)
    {
        this.outer = outer;
        this.given = given;
        this.variable = variable;
        this.value = value;
    }

    public static Bindings Of(IReadOnlyDictionary<VariableTerm, object?> values) => new(null, values, null, null);

    public static Bindings Of(FunctionDefinition function, object? receiver, IReadOnlyList<object?> arguments)
    {
        if (arguments.Count != function.Parameters.Length)
        {
            throw new ArgumentException($"{function.Name} takes {function.Parameters.Length} arguments, not {arguments.Count}.", nameof(arguments));
        }

        var values = new Dictionary<VariableTerm, object?>(arguments.Count + 1);
        if (function.Receiver is { } self)
        {
            values.Add(self, receiver ?? throw new ArgumentNullException(nameof(receiver), $"{function.Name} needs an instance."));
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            values.Add(function.Parameters[i], arguments[i]);
        }

        return Of(values);
    }

    public Bindings With(VariableTerm bound, object? boundValue) => new(this, null, bound, new Lazy<object?>(boundValue));

    public Bindings WithLazy(VariableTerm bound, Func<object?> compute) => new(this, null, bound, new Lazy<object?>(compute, LazyThreadSafetyMode.None));

    public object? Get(VariableTerm wanted)
    {
        for (var frame = this; frame is not null; frame = frame.outer)
        {
            if (ReferenceEquals(frame.variable, wanted))
            {
                return frame.value!.Value;
            }

            if (frame.given is { } values && values.TryGetValue(wanted, out var found))
            {
                return found;
            }
        }

        throw new KeyNotFoundException($"The variable {wanted.Name} has no value.");
    }
}
