using Igloo.IoSpecs;

namespace MetaTheorems.IoSpecifications;

/// <summary>The actions over two operations, two outputs and two inputs, and their typings.</summary>
internal static class Actions
{
    public static readonly object[] Values = [0, 1];

    public static readonly IoAction[] All =
        [.. from b in (string[])["a", "b"] from v in Values from w in Values select new IoAction(b, v, w)];

    public static (int Operation, int Output, int Input) Indices(IoAction action) =>
        (action.Operation == "a" ? 0 : 1, (int)action.Output, (int)action.Input);

    /// <summary>A random typing that is empty for no output, or, to break the theory, for some.</summary>
    public static Typing RandomTyping(Random random, bool mayBeEmpty = false)
    {
        var inputs = new int[2, 2];
        for (var b = 0; b < 2; b++)
        {
            for (var v = 0; v < 2; v++) inputs[b, v] = mayBeEmpty ? random.Next(4) : 1 + random.Next(3);
        }

        return new((b, v, w) => v is 0 or 1 && w is 0 or 1 && (inputs[b == "a" ? 0 : 1, (int)v] & (1 << (int)w)) != 0);
    }

    /// <summary>Every sequence up to a length, ill-typed ones included.</summary>
    public static IEnumerable<IoAction[]> Sequences(int length)
    {
        IEnumerable<IoAction[]> last = [[]];
        IEnumerable<IoAction[]> all = last;
        for (var i = 0; i < length; i++)
        {
            last = [.. last.SelectMany(t => All.Select(a => (IoAction[])[.. t, a]))];
            all = all.Concat(last);
        }

        return all;
    }

    public static string Text(IEnumerable<IoAction> trace) => string.Join(' ', trace.Select(a => a.ToString()).DefaultIfEmpty("ε"));
}
