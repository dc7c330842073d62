namespace Tftp.Model;

/// <summary>What the client of a transfer sends.</summary>
public abstract record Answer
{
    /// <summary>A block, or with 0 the options, has arrived.</summary>
    /// <param name="Number">The number of the block.</param>
    public sealed record Ack(int Number) : Answer;

    /// <summary>The client gives up.</summary>
    public sealed record Failure : Answer;

    /// <summary>Any other packet.</summary>
    public sealed record Other : Answer;
}
