namespace Igloo.Proving.Tests.Systems;

public sealed class LoggingTests
{
    [Fact]
    public void Typing_of_an_operation_without_output_is_examined() => Verdicts.Proved(typeof(Logging), "ReadClock returns something");

    [Fact]
    public void Typing_is_assumed_where_a_guard_must_ignore_inputs() => Verdicts.Proved(typeof(Logging), "guard of Tick ignores its inputs");

    [Fact]
    public void Enumeration_of_an_assembly_without_models_has_a_shape()
    {
        Verdicts.Proved(typeof(Logging), "Turn keeps IsEarly");
        Verdicts.Refuted(typeof(Logging), "Turn keeps IsSunday");
    }
}
