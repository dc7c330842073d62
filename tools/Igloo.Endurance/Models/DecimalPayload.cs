using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Reports;

namespace Igloo.Endurance.Models;

/// <summary>Numbers as decimal digits.</summary>
internal sealed class DecimalPayload : IPayloadCodec<int>
{
    // The parser of the library takes null characters at the end.
    public bool TryDecode(ReadOnlySpan<byte> payload, [MaybeNullWhen(false)] out int message) =>
        int.TryParse(payload, NumberStyles.None, CultureInfo.InvariantCulture, out message) && payload[^1] != 0;

    public void Encode(int message, IBufferWriter<byte> output)
    {
        if (message < 0) throw new PreconditionViolationException($"{message} is negative.");
        output.Write(Encoding.ASCII.GetBytes(message.ToString(CultureInfo.InvariantCulture)));
    }
}
