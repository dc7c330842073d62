using Igloo.IoSpecs.Processes;
using static Igloo.IoSpecs.Tests.Paper.Examples;

namespace Igloo.IoSpecs.Tests.Paper;

public sealed class ProcessTests
{
    [Fact]
    public void Example_5_4_sends_the_sums_while_inputs_are_positive() =>
        Assert.True(Summing(0).HasTrace(Integers, [Receive(3), Send(3), Receive(4), Send(7), Receive(0)]));

    [Fact]
    public void Example_5_4_ends_after_an_input_that_is_not_positive() =>
        Assert.False(Summing(0).HasTrace(Integers, [Receive(0), Send(0)]));

    [Fact]
    public void Example_5_4_sends_nothing_else() => Assert.False(Summing(0).HasTrace(Integers, [Receive(3), Send(4)]));

    [Fact]
    public void Choice_between_equal_prefixes_keeps_both_continuations()
    {
        var process = Process.Or(
            Process.Do("send", 1, _ => Process.Do("send", 2, _ => Process.Null)),
            () => Process.Do("send", 1, _ => Process.Do("send", 3, _ => Process.Null)));

        Assert.True(process.HasTrace(Integers, [Send(1), Send(2)]));
        Assert.True(process.HasTrace(Integers, [Send(1), Send(3)]));
        Assert.False(process.HasTrace(Integers, [Send(1), Send(2), Send(3)]));
    }

    [Fact]
    public void Countable_choice_of_nothing_is_null() => Assert.IsType<Process.Inactive>(Process.Any(Array.Empty<int>(), _ => Summing(0)));
}
