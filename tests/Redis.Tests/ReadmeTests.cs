using Igloo.Shared;

namespace Redis.Tests;

/// <summary>The README shows the whole difference between the program and the same program under a monitor.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Difference_is_complete_and_its_lines_are_counted() => ShownDifference.IsComplete("Redis", "RespConnection.cs", block: 0, come: 11, go: 2);
}
