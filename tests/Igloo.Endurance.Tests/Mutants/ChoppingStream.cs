namespace Igloo.Endurance.Tests.Mutants;

/// <summary>Writes byte by byte.</summary>
internal sealed class ChoppingStream(Stream wire) : PassingStream(wire)
{
    private readonly Stream wire = wire;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < buffer.Length; i++) await wire.WriteAsync(buffer.Slice(i, 1), cancellationToken);
    }
}
