namespace LeaderElection.Wire;

/// <summary>The CRC-32 of IEEE 802.3. It finds every change of up to 32 consecutive bits.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var remainder = uint.MaxValue;
        foreach (var b in bytes)
        {
            remainder ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ Polynomial;
            }
        }

        return ~remainder;
    }
}
