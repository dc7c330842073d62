using Igloo.Cli.Terminals;
using Igloo.Proving;

namespace Igloo.Cli.Verifying;

/// <summary>Shows how many obligations are decided.</summary>
/// <param name="progress">Where.</param>
/// <param name="total">How many there are.</param>
internal sealed class VerdictCount(Progress progress, int total) : IProgress<ObligationResult>
{
    private int decided;

    /// <inheritdoc/>
    public void Report(ObligationResult value)
    {
        var count = Interlocked.Increment(ref decided);
        progress.Report($"{count} of {total} obligations decided");
    }
}
