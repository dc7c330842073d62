using System.Text;
using Igloo.Viewing.Traces;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>Trace files that something has damaged: read, or refused with the documented exception.</summary>
internal sealed class TraceTarget() : FuzzTarget("trace", 2, "read", "no trace")
{
    private static readonly IReadOnlyList<byte[]> Words = [.. new[] { "{}", "null", "[]", "-1", "1e99", "\"x\"", "\"format\":\"igloo-trace/2\"", "\uFFFF", ",", "}" }.Select(Encoding.UTF8.GetBytes)];

    public override byte[] Input(Random random)
    {
        var stream = new MemoryStream();
        var steps = Enumerable.Range(0, random.Next(3)).Select(i => new TraceStep($"Say({i})", ["p", "network"], [new("Next", $"{i}", $"{i + 1}")], [new("Next", $"{i + 1}")]));
        TraceFile.Write(stream, new TraceDocument("Dialogue", 2, "Peers(2)", "a run", [new("Next", "0")], [.. steps]));
        return Mutation.Of(random, [stream.ToArray()], Words);
    }

    public override void Run(byte[] input, Random choices)
    {
        try
        {
            var trace = TraceFile.Read(new MemoryStream(input));
            Coverage.Count("read");
            var again = new MemoryStream();
            TraceFile.Write(again, trace);
            if (TraceFile.Read(new MemoryStream(again.ToArray())).Steps.Length != trace.Steps.Length) throw new FuzzFailureException("Written again it has other steps.");
        }
        catch (TraceFormatException)
        {
            Coverage.Count("no trace");
        }
    }
}
