using Igloo.Components;

namespace Igloo.Tests.Components;

public sealed class EventSignatureTests
{
    // As a trimmer leaves a case that nobody has told it to keep.
    [Internal]
    private sealed record Bare
    {
        private Bare()
        {
        }
    }

    private sealed class Free : IoOperation<int, int>;

    private sealed class Typed : IoOperation<int, int>
    {
        public override bool Returns(int output, int input) => input > output;
    }

    [Io<Free>]
    private sealed record AskFree(int N, [Input] int Answer);

    [Io<Typed>]
    private sealed record AskTyped(int N, [Input] int Answer);

    [Fact]
    public void Case_without_a_public_constructor_is_refused_with_what_to_do() =>
        Assert.Contains("name the type in a ModelTypeAttribute", Assert.Throws<InvalidOperationException>(() => EventSignature.Of(typeof(Bare))).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_input_is_typed_where_the_operation_says_nothing() => Assert.True(EventSignature.Of(typeof(AskFree)).IsWellTyped(new AskFree(2, 1)));

    [Fact]
    public void Typing_of_the_operation_decides() => Assert.False(EventSignature.Of(typeof(AskTyped)).IsWellTyped(new AskTyped(2, 1)));
}
