using System.Net;
using Igloo.Monitoring.Datagrams;
using Igloo.Testing.Randomness;

namespace Igloo.Testing;

/// <summary>Property tests and fuzzing of codecs of datagrams: what monitors rely on and cannot check while they run.</summary>
/// <remarks>
/// Decoding is total: an event or junk, the same for the same bytes, without exception. What is sent as an event arrives as the event that it is to
/// arrive as. Values without a datagram are a <see cref="Igloo.Monitoring.Reports.PreconditionViolationException"/>. Streams: <see cref="CodecLaws"/>.
/// </remarks>
public static class DatagramLaws
{
    /// <summary>Tries random events of the sender, and inputs of the receiver.</summary>
    /// <typeparam name="TSent">Events of the sender.</typeparam>
    /// <typeparam name="TReceived">Events of the receiver, compared by value.</typeparam>
    /// <param name="sender">The sender's codec.</param>
    /// <param name="generate">A random event of sending; also of values that have no datagram.</param>
    /// <param name="receiver">The receiver's codec, perhaps the same.</param>
    /// <param name="arrives">The event of receiving what was sent, from an address.</param>
    /// <param name="options">How many; null for the defaults.</param>
    /// <returns>What was covered.</returns>
    /// <exception cref="ModelFailureException">The law is broken, or no event could be encoded.</exception>
    /// <exception cref="FormatException">The replay text is malformed.</exception>
    public static CodecLawReport Check<TSent, TReceived>(
        IDatagramCodec<TSent> sender, Func<Random, TSent> generate, IDatagramDecoder<TReceived> receiver, Func<TSent, IPEndPoint, TReceived> arrives, CodecLawOptions? options = null)
        where TSent : class
        where TReceived : class
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(generate);
        return Check(sender, watch => new EncodedDatagrams<TSent>(sender, generate, watch), receiver, arrives, options);
    }

    /// <summary>Tries random datagrams of a program that was written without a model, and inputs of the receiver.</summary>
    /// <typeparam name="TSent">Events of the sender.</typeparam>
    /// <typeparam name="TReceived">Events of the receiver, compared by value.</typeparam>
    /// <param name="sender">Reads events off the program's datagrams.</param>
    /// <param name="generate">A random datagram such as the program sends, of every kind.</param>
    /// <param name="receiver">The receiver's codec, perhaps the same.</param>
    /// <param name="arrives">The event of receiving what was sent, from an address.</param>
    /// <param name="options">How many; null for the defaults.</param>
    /// <returns>What was covered; <see cref="CodecLawReport.Unencodable"/> counts datagrams that are no event, and would be refused.</returns>
    /// <exception cref="ModelFailureException">The law is broken, or no datagram was an event.</exception>
    /// <exception cref="FormatException">The replay text is malformed.</exception>
    public static CodecLawReport Check<TSent, TReceived>(
        IDatagramObserver<TSent> sender, Func<Random, byte[]> generate, IDatagramDecoder<TReceived> receiver, Func<TSent, IPEndPoint, TReceived> arrives, CodecLawOptions? options = null)
        where TSent : class
        where TReceived : class
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(generate);
        return Check(sender, watch => new ObservedDatagrams<TSent>(sender, generate, watch), receiver, arrives, options);
    }

    private static CodecLawReport Check<TSent, TReceived>(
        object codec, Func<CodecWatch, IDatagramSource<TSent>> source, IDatagramDecoder<TReceived> receiver, Func<TSent, IPEndPoint, TReceived> arrives, CodecLawOptions? options)
        where TSent : class
        where TReceived : class
    {
        ArgumentNullException.ThrowIfNull(receiver);
        ArgumentNullException.ThrowIfNull(arrives);
        options ??= new();
        var law = new LawCases("law of datagrams", "DatagramLaws.Check(...", options);
        var cases = new DatagramCase<TSent, TReceived>(source(law.Watch), receiver, arrives, options, law.Watch);
        return law.Run(codec, cases.Broken, () => cases.Report, covered => $"None of {covered.Unencodable} datagrams was an event: nothing was tested.");
    }
}
