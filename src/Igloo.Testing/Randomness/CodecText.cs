namespace Igloo.Testing.Randomness;

/// <summary>Bytes in messages.</summary>
internal static class CodecText
{
    private const int MostBytes = 64;

    public static string Hex(ReadOnlySpan<byte> bytes) => bytes.Length <= MostBytes ? Convert.ToHexString(bytes) : Convert.ToHexString(bytes[..MostBytes]) + "…";
}
