namespace Igloo.Exploring.Packed.Diagrams;

/// <summary>
/// Conditions over the bits of a state as reduced ordered binary decision diagrams: two conditions are equivalent only if they are
/// the same number, so what always or never holds is seen at once. Used by one thread at a time.
/// </summary>
internal sealed class ConditionTable
{
    public const int False = 0;
    public const int True = 1;

    private const int CacheSize = 1 << 15;
    private const int Terminal = int.MaxValue;

    private readonly int limit;
    private readonly CacheEntry[] cache = new CacheEntry[CacheSize];
    private Node[] nodes = new Node[1 << 10];
    private int[] buckets = new int[1 << 11];
    private int count = 2;

    /// <param name="limit">The largest number of nodes, beyond which an operation gives up.</param>
    public ConditionTable(int limit)
    {
        this.limit = limit;
        nodes[False] = nodes[True] = new Node(Terminal, 0, 0, 0);
    }

    /// <summary>How many more decisions may be combined before an operation gives up.</summary>
    public long Budget { get; set; } = long.MaxValue;

    /// <summary>That a bit is set.</summary>
    public int Bit(int variable) => Make(variable, False, True);

    public int Not(int a) => Choose(a, False, True);

    public int And(int a, int b) => Choose(a, b, False);

    public int Or(int a, int b) => Choose(a, True, b);

    public int Same(int a, int b) => Choose(a, b, Not(b));

    /// <summary>The bit that decides first; the largest integer for a constant.</summary>
    public int VariableOf(int condition) => nodes[condition].Variable;

    /// <summary>The condition where its first bit is clear.</summary>
    public int Low(int condition) => nodes[condition].Low;

    /// <summary>The condition where its first bit is set.</summary>
    public int High(int condition) => nodes[condition].High;

    /// <summary>The first condition decides between the two others.</summary>
    /// <exception cref="GroundingException">The diagram grows beyond the limit.</exception>
    public int Choose(int test, int then, int otherwise)
    {
        if (test == True) return then;
        if (test == False) return otherwise;
        if (then == test) then = True;
        if (otherwise == test) otherwise = False;
        if (then == otherwise) return then;
        if (then == True && otherwise == False) return test;
        ref var entry = ref cache[Hash(test, then, otherwise) & (CacheSize - 1)];
        if (entry.Test == test && entry.Then == then && entry.Otherwise == otherwise) return entry.Result;

        if (--Budget < 0) throw new GroundingException("its conditions take too long to combine");
        var variable = Math.Min(nodes[test].Variable, Math.Min(nodes[then].Variable, nodes[otherwise].Variable));
        var high = Choose(Cofactor(test, variable, true), Cofactor(then, variable, true), Cofactor(otherwise, variable, true));
        var low = Choose(Cofactor(test, variable, false), Cofactor(then, variable, false), Cofactor(otherwise, variable, false));
        var result = Make(variable, low, high);
        cache[Hash(test, then, otherwise) & (CacheSize - 1)] = new CacheEntry(test, then, otherwise, result);
        return result;
    }

    /// <summary>The condition with one bit fixed; the bit must not stand behind the one that decides first.</summary>
    public int Cofactor(int condition, int variable, bool value) =>
        nodes[condition].Variable != variable ? condition : value ? nodes[condition].High : nodes[condition].Low;

    /// <summary>The condition with some bits fixed.</summary>
    public int Fix(int condition, Func<int, bool?> value) => Fix(condition, value, []);

    private int Fix(int condition, Func<int, bool?> value, Dictionary<int, int> known)
    {
        if (condition <= True) return condition;
        if (known.TryGetValue(condition, out var result)) return result;
        var node = nodes[condition];
        result = value(node.Variable) switch
        {
            true => Fix(node.High, value, known),
            false => Fix(node.Low, value, known),
            null => Choose(Bit(node.Variable), Fix(node.High, value, known), Fix(node.Low, value, known)),
        };
        known.Add(condition, result);
        return result;
    }

    /// <summary>A condition that agrees with the given one wherever the care set holds, and is often smaller.</summary>
    /// <remarks>The restrict operator of Coudert and Madre (ICCAD 1990).</remarks>
    public int Simplify(int condition, int care) => care == False ? False : Simplify(condition, care, []);

    private int Simplify(int condition, int care, Dictionary<(int, int), int> known)
    {
        if (condition <= True || care == True) return condition;
        if (known.TryGetValue((condition, care), out var result)) return result;
        var variable = VariableOf(condition);
        if (VariableOf(care) < variable) result = Simplify(condition, Or(Low(care), High(care)), known);
        else
        {
            var (low, high) = (Cofactor(care, variable, false), Cofactor(care, variable, true));
            result = low == False ? Simplify(High(condition), high, known)
                : high == False ? Simplify(Low(condition), low, known)
                : Choose(Bit(variable), Simplify(High(condition), high, known), Simplify(Low(condition), low, known));
        }

        known.Add((condition, care), result);
        return result;
    }

    private int Make(int variable, int low, int high)
    {
        if (low == high) return low;
        var bucket = Hash(variable, low, high) & (buckets.Length - 1);
        for (var i = buckets[bucket]; i != 0; i = nodes[i].Next)
        {
            if (nodes[i].Variable == variable && nodes[i].Low == low && nodes[i].High == high) return i;
        }

        if (count >= limit) throw new GroundingException($"has conditions that need more than {limit:N0} decisions");
        if (count == nodes.Length) Grow();
        bucket = Hash(variable, low, high) & (buckets.Length - 1);
        nodes[count] = new Node(variable, low, high, buckets[bucket]);
        buckets[bucket] = count;
        return count++;
    }

    private void Grow()
    {
        Array.Resize(ref nodes, nodes.Length * 2);
        buckets = new int[nodes.Length * 2];
        for (var i = 2; i < count; i++)
        {
            ref var node = ref nodes[i];
            var bucket = Hash(node.Variable, node.Low, node.High) & (buckets.Length - 1);
            node = node with { Next = buckets[bucket] };
            buckets[bucket] = i;
        }
    }

    private static int Hash(int a, int b, int c)
    {
        unchecked
        {
            var h = ((ulong)(uint)a * 0x9E3779B97F4A7C15) ^ ((ulong)(uint)b * 0xC2B2AE3D27D4EB4F) ^ ((ulong)(uint)c * 0x165667B19E3779F9);
            return (int)(h >> 33);
        }
    }

    private readonly record struct Node(int Variable, int Low, int High, int Next);

    private readonly record struct CacheEntry(int Test, int Then, int Otherwise, int Result);
}
