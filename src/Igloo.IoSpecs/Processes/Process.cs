using System.Collections.Immutable;

namespace Igloo.IoSpecs.Processes;

/// <summary>A sequential process P ::= Null | bio(v, z).P | P₁ ⊕ P₂, co-inductive: unfolded when asked for.</summary>
/// <remarks>Igloo (OOPSLA 2020), section 5.2.</remarks>
public abstract class Process
{
    private Process()
    {
    }

    /// <summary>The inactive process.</summary>
    public static Process Null { get; } = new Inactive();

    /// <summary>bio(v, z).P.</summary>
    /// <param name="operation">The operation bio.</param>
    /// <param name="output">The output v.</param>
    /// <param name="continuation">P as a function of the input z.</param>
    public static Process Do(string operation, object output, Func<object, Process> continuation) => new Prefix(operation, output, continuation);

    /// <summary>P₁ ⊕ P₂.</summary>
    /// <param name="first">P₁.</param>
    /// <param name="second">P₂, unfolded when asked for.</param>
    public static Process Or(Process first, Func<Process> second) => new Choice(first, new Lazy<Process>(second));

    /// <summary>Countable choice: ⊕ v ∈ S. P(v), with Null as the neutral element.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="values">The countable set S, enumerated when asked for.</param>
    /// <param name="body">P for a value.</param>
    public static Process Any<T>(IEnumerable<T> values, Func<T, Process> body)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(body);
        return Rest(values.GetEnumerator());

        // Each step of the enumerator is taken once, by the Lazy of the choice before.
        Process Rest(IEnumerator<T> remaining) => remaining.MoveNext() ? Or(body(remaining.Current), () => Rest(remaining)) : Null;
    }

    /// <summary>
    /// The process cut off after a number of actions: behind each run of that length it is <see cref="Null"/>. It has exactly the traces
    /// of this one up to that length, at the same positions.
    /// </summary>
    /// <param name="depth">The number of actions, at least 0.</param>
    public Process UpTo(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        return this switch
        {
            Defined defined => defined.Unfold().UpTo(depth),
            Choice choice => Or(choice.First.UpTo(depth), () => choice.Second.UpTo(depth)),
            Prefix prefix when depth > 0 => Do(prefix.Operation, prefix.Output, input => prefix.Continue(input).UpTo(depth - 1)),
            _ => Null,
        };
    }

    /// <summary>The processes after an action. Does not end for an infinite choice.</summary>
    /// <param name="typing">The typing function.</param>
    /// <param name="action">The action.</param>
    public IEnumerable<Process> After(Typing typing, IoAction action)
    {
        ArgumentNullException.ThrowIfNull(typing);
        ArgumentNullException.ThrowIfNull(action);
        if (!typing.Contains(action)) yield break;
        foreach (var (operation, output, continuation) in Prefixes())
        {
            if (operation == action.Operation && output.Equals(action.Output)) yield return continuation(action.Input);
        }
    }

    /// <summary>Whether a sequence of actions is a trace.</summary>
    /// <param name="typing">The typing function.</param>
    /// <param name="trace">The sequence.</param>
    public bool HasTrace(Typing typing, IEnumerable<IoAction> trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        Process[] processes = [this];
        foreach (var action in trace)
        {
            processes = [.. processes.SelectMany(p => p.After(typing, action))];
            if (processes.Length == 0) return false;
        }

        return true;
    }

    private IEnumerable<Prefix> Prefixes()
    {
        var rest = this;
        while (rest is Choice or Defined)
        {
            if (rest is Defined defined)
            {
                rest = defined.Unfold();
                continue;
            }

            var choice = (Choice)rest;
            foreach (var prefix in choice.First.Prefixes()) yield return prefix;
            rest = choice.Second;
        }

        if (rest is Prefix last) yield return last;
    }

    /// <summary>Null.</summary>
    public sealed class Inactive : Process;

    /// <summary>bio(v, z).P.</summary>
    public sealed class Prefix(string operation, object output, Func<object, Process> continuation) : Process
    {
        /// <summary>The operation bio.</summary>
        public string Operation { get; } = operation;

        /// <summary>The output v.</summary>
        public object Output { get; } = output;

        /// <summary>P[input/z].</summary>
        public Process Continue(object input) => continuation(input);

        /// <summary>The three parts.</summary>
        public void Deconstruct(out string theOperation, out object theOutput, out Func<object, Process> theContinuation) =>
            (theOperation, theOutput, theContinuation) = (Operation, Output, continuation);
    }

    /// <summary>P₁ ⊕ P₂.</summary>
    public sealed class Choice(Process first, Lazy<Process> second) : Process
    {
        /// <summary>P₁.</summary>
        public Process First { get; } = first;

        /// <summary>P₂.</summary>
        public Process Second => second.Value;
    }

    /// <summary>
    /// An instance of a co-recursively defined process, P(arguments) =ν body. The body is unfolded when it is asked for and must be
    /// productive: a definition that is nothing but itself never ends.
    /// </summary>
    /// <remarks>The name and the arguments, compared by value, say which instances are the same.</remarks>
    public sealed class Defined(string name, ImmutableArray<object> arguments, Func<Process> body) : Process
    {
        /// <summary>The name P.</summary>
        public string Name { get; } = name;

        /// <summary>The arguments.</summary>
        public ImmutableArray<object> Arguments { get; } = arguments;

        /// <summary>The definition at these arguments.</summary>
        public Process Unfold() => body();
    }
}
