using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Reports;

namespace Igloo.Testing.Randomness;

/// <summary>Datagrams that a codec makes of events.</summary>
internal sealed class EncodedDatagrams<TSent>(IDatagramCodec<TSent> codec, Func<Random, TSent> generate, CodecWatch watch) : IDatagramSource<TSent>
    where TSent : class
{
    public string? Next(Random random, out TSent? sent, out byte[] datagram)
    {
        sent = null;
        datagram = [];
        watch.Begin("generating an event", null);
        var e = generate(random);
        var buffer = new byte[codec.MaximumLength];
        EncodedDatagram encoded;
        try
        {
            watch.Begin("encoding", e);
            encoded = codec.Encode(e, buffer);
        }
        catch (PreconditionViolationException)
        {
            return null;
        }
        catch (Exception failure)
        {
            return $"encoding {e} failed with {failure.GetType().Name} ({failure.Message}); a value without a datagram is a {nameof(PreconditionViolationException)}.";
        }
        finally
        {
            watch.End();
        }

        if (encoded.Length < 0 || encoded.Length > buffer.Length) return $"the datagram of {e} has {encoded.Length} bytes; MaximumLength is {buffer.Length}.";
        if (encoded.To is null) return $"the datagram of {e} has no destination.";
        sent = e;
        datagram = buffer[..encoded.Length];
        return null;
    }

    public string? Observe(byte[] datagram, out TSent? sent)
    {
        sent = null;
        return null;
    }
}
