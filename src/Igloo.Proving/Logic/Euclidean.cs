using System.Numerics;

namespace Igloo.Proving.Logic;

/// <summary>Integer division as SMT-LIB defines it (theory Ints): dividend = divisor * quotient + remainder with 0 &lt;= remainder &lt; |divisor|.</summary>
internal static class Euclidean
{
    internal static BigInteger Remainder(BigInteger dividend, BigInteger divisor)
    {
        var remainder = BigInteger.Remainder(dividend, divisor);
        return remainder.Sign < 0 ? remainder + BigInteger.Abs(divisor) : remainder;
    }

    internal static BigInteger Quotient(BigInteger dividend, BigInteger divisor) =>
        (dividend - Remainder(dividend, divisor)) / divisor;
}
