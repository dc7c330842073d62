using Igloo.Monitoring.Codecs;
using Igloo.Testing.Randomness;

namespace Igloo.Testing;

/// <summary>Property tests and fuzzing of codecs: the codec law, which monitors rely on and cannot check while they run.</summary>
/// <remarks>
/// Decoding is total: message, junk or not yet, without exception. What it answers does not depend on how the bytes are split or on what follows.
/// What was encoded decodes to the same messages in the same order. No proper prefix of a frame decodes. Values without a frame are a
/// <see cref="Igloo.Monitoring.Reports.PreconditionViolationException"/>. A call that does not end within a bound fails the check and is named with its
/// input; its thread cannot be ended and goes on until the process ends.
/// </remarks>
public static class CodecLaws
{
    /// <summary>Tries random messages, splits, and inputs.</summary>
    /// <typeparam name="TMessage">The messages, compared by value.</typeparam>
    /// <param name="codec">The codec.</param>
    /// <param name="generate">A random message; also of values that have no frame.</param>
    /// <param name="options">How many; null for the defaults.</param>
    /// <returns>What was covered.</returns>
    /// <exception cref="ModelFailureException">The law is broken, or no message could be encoded.</exception>
    /// <exception cref="FormatException">The replay text is malformed.</exception>
    public static CodecLawReport Check<TMessage>(IFrameCodec<TMessage> codec, Func<Random, TMessage> generate, CodecLawOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(generate);
        options ??= new();
        var law = new LawCases("codec law", "CodecLaws.Check(codec, generate", options);
        var cases = new CodecCase<TMessage>(codec, generate, options, law.Watch);
        return law.Run(codec, cases.Broken, () => cases.Report, covered => $"None of {covered.Unencodable} messages could be encoded: nothing was tested.");
    }
}
