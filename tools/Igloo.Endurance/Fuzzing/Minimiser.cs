namespace Igloo.Endurance.Fuzzing;

/// <summary>Makes a failing input smaller for as long as it goes on failing.</summary>
internal static class Minimiser
{
    private const int MostAttempts = 5_000;

    public static byte[] Smallest(byte[] input, Func<byte[], bool> fails)
    {
        var attempts = 0;
        var smallest = input;
        for (var length = Math.Max(1, smallest.Length / 2); length >= 1; length /= 2)
        {
            for (var at = 0; at < smallest.Length && attempts++ < MostAttempts;)
            {
                var end = Math.Min(smallest.Length, at + length);
                byte[] shorter = [.. smallest[..at], .. smallest[end..]];
                if (fails(shorter)) smallest = shorter;
                else at += length;
            }
        }

        for (var at = 0; at < smallest.Length && attempts++ < MostAttempts; at++)
        {
            var plain = (byte[])smallest.Clone();
            plain[at] = (byte)'0';
            if (fails(plain)) smallest = plain;
        }

        return smallest;
    }
}
