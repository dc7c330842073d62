using Igloo.Components;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Canonical;
using Igloo.IoSpecs.Heaps;
using static Igloo.IoSpecs.Tests.Paper.Examples;

namespace Igloo.IoSpecs.Tests.Paper;

/// <summary>Examples 2.6 and 5.4 together: the traces of the paper's assertion are the sums, and those of its process are the same.</summary>
public sealed class SummingTests
{
    private const int Length = 4;
    private static readonly InputSchedule Ending = new((_, operation, _) => operation == "recv" ? 0 : default(Unit));
    private static readonly IoAction[] Actions = [.. new object[] { -1, 0, 1, 2 }.Select(Receive), .. Enumerable.Range(0, 5).Select(x => Send(x))];
    private static readonly IoAction[][] Sequences = [.. Enumerable.Range(0, Length + 1).SelectMany(Of)];

    [Fact]
    public void Example_2_6_has_exactly_the_traces_that_sum_up()
    {
        var transitions = new HeapTransitions(Integers);
        var models = Sequences.Select(ModelOf).ToHashSet();
        var satisfaction = new Satisfaction(Integers, [.. Enumerable.Range(-1, 8).Cast<object>()], [.. models.SelectMany(m => m.Places).Distinct()]);
        Assert.All(models, m => Assert.Equal(SatisfactionVerdict.Satisfied, satisfaction.Check(m, Sums(CanonicalModel.Root))));
        Assert.True(models.Count >= 10, $"{models.Count} models");

        // Both inclusions, per trace: a sum is one of every model, another sequence none of that of its witness.
        Assert.All(Sequences.Where(IsSum), t => Assert.True(transitions.AllHaveTrace(models, t), Text(t)));
        Assert.All(Sequences.Where(t => !IsSum(t)), t => Assert.False(transitions.HasTrace(ModelOf(t), t), Text(t)));
    }

    [Fact]
    public void Example_5_4_has_exactly_the_same_traces()
    {
        Assert.All(Sequences, t => Assert.Equal(IsSum(t), Summing(0).HasTrace(Integers, t)));
        Assert.Equal(4, Sequences.Count(t => t.Length == Length && IsSum(t) && t[2].Input is > 0));
    }

    private static Heap ModelOf(IoAction[] trace) => CanonicalModel.WithToken(Summing(0), InputSchedule.Witness(trace, Ending), trace.Length + 2);

    // What the example says in words.
    private static bool IsSum(IoAction[] trace)
    {
        var sum = 0;
        for (var i = 0; i < trace.Length; i++)
        {
            var isReceive = i % 2 == 0;
            if ((trace[i].Operation == "recv") != isReceive) return false;
            if (isReceive && (int)trace[i].Input <= 0) return i == trace.Length - 1;
            if (isReceive) sum += (int)trace[i].Input;
            else if (!trace[i].Output.Equals(sum)) return false;
        }

        return true;
    }

    private static IEnumerable<IoAction[]> Of(int length) => length == 0 ? [[]] : Of(length - 1).SelectMany(t => Actions.Select(a => (IoAction[])[.. t, a]));
}
