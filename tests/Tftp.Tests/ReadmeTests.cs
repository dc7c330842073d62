using Igloo.Shared;

namespace Tftp.Tests;

/// <summary>The README shows the whole differences between the programs and the same programs under monitors.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("TransferSession.cs", 0, 11, 1)]
    [InlineData("DownloadSession.cs", 1, 9, 1)]
    [InlineData("IntakeSession.cs", 2, 14, 1)]
    [InlineData("UploadSession.cs", 3, 9, 1)]
    public void Difference_is_complete_and_its_lines_are_counted(string program, int block, int come, int go) =>
        ShownDifference.IsComplete("Tftp", program, block, come, go);
}
