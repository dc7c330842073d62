using Igloo.Components;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Operations with each failure contract, one that blocks, and one with a type of its own.</summary>
public static class Operations
{
    public sealed class Kept : IoOperation<int, Unit>;

    public sealed class Lost : IoOperation<int, Unit>
    {
        public override FailureContract OnFailure => FailureContract.Lost;
    }

    public sealed class Stopping : IoOperation<int, Unit>
    {
        public override FailureContract OnFailure => FailureContract.Stop;
    }

    public sealed class Uncertain : IoOperation<int, Unit>
    {
        public override FailureContract OnFailure => FailureContract.Unknown;
    }

    [Blocking]
    public sealed class Take : IoOperation<Unit, int>;

    /// <summary>Returns a number that is not smaller than what it was asked with.</summary>
    public sealed class Larger : IoOperation<int, int>
    {
        public override bool Returns(int output, int input) => input >= output;
    }
}
