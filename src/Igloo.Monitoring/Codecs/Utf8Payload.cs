using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Codecs;

/// <summary>Text in UTF-8. Bytes that are no UTF-8 are junk; text that is no Unicode (a lone surrogate) has no encoding.</summary>
public sealed class Utf8Payload : IPayloadCodec<string>
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public bool TryDecode(ReadOnlySpan<byte> payload, [MaybeNullWhen(false)] out string message)
    {
        var isText = System.Text.Unicode.Utf8.IsValid(payload);
        message = isText ? Strict.GetString(payload) : null;
        return isText;
    }

    /// <inheritdoc/>
    public void Encode(string message, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(output);
        try
        {
            Strict.GetBytes(message, output);
        }
        catch (EncoderFallbackException failure)
        {
            throw new PreconditionViolationException($"The text is no Unicode at index {failure.Index}.");
        }
    }
}
