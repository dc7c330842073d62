using System.Buffers;
using System.Globalization;
using System.Text;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Streams;

namespace Igloo.Monitoring.AspNetCore.Tests;

/// <summary>HTTP/1.1 as far as a test needs it: requests without a body, responses with a length.</summary>
internal static class HttpFrames
{
    public static StreamProtocol<HttpServer.Event> ServerSide { get; } =
        StreamProtocol.Of<HttpServer.Event, HttpServer.Event.Send, Response, HttpServer.Event.Receive, string>(
            new Responses(), response => new(response), send => send.Response,
            new LineCodec<string>(new Utf8Payload(), 8_192, "\r\n\r\n"u8.ToArray()), request => new(request));

    private sealed class Responses : IFrameCodec<Response>
    {
        private const string Length = "Content-Length: ";

        public int MaximumLength => 65_536;

        public Decoding<Response> Decode(in ReadOnlySequence<byte> bytes)
        {
            var text = Encoding.Latin1.GetString(bytes);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0) return Decoding<Response>.Incomplete;
            var field = text.Split("\r\n").FirstOrDefault(l => l.StartsWith(Length, StringComparison.Ordinal));
            if (field is null) return Decoding<Response>.Junk;
            var length = end + 4 + int.Parse(field[Length.Length..], CultureInfo.InvariantCulture);
            return text.Length < length ? Decoding<Response>.Incomplete : Decoding<Response>.Of(new(text[..end], text[(end + 4)..length]), length);
        }

        public void Encode(Response message, IBufferWriter<byte> output) => output.Write(Encoding.Latin1.GetBytes($"{message.Head}\r\n\r\n{message.Body}"));
    }
}
