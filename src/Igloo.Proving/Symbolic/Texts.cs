using System.Numerics;
using System.Text;

namespace Igloo.Proving.Symbolic;

/// <summary>Strings as integers: proofs only compare them, so any numbering by which different strings differ will do.</summary>
internal static class Texts
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The number of a string: its bytes, with a 1 in front so that no zero is lost.</summary>
    internal static BigInteger NumberOf(string text) => new([.. Strict.GetBytes(text), 1], isUnsigned: true);

    /// <summary>The string of a number; a made-up one where the number is that of none.</summary>
    internal static string Of(BigInteger number)
    {
        if (number.Sign > 0 && number.ToByteArray(isUnsigned: true) is [.. var bytes, 1])
        {
            try
            {
                return Strict.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                // Falls through: the solver chose a number that encodes no string.
            }
        }

        return $"text{number}";
    }
}
