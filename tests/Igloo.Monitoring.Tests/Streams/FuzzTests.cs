using System.Globalization;
using System.Text;
using Igloo.Monitoring.Streams;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>Whatever a program writes and a peer sends: no byte without permission, no crash, no hang.</summary>
/// <remarks>IGLOO_FUZZ_COUNT sets the number of programs, IGLOO_FUZZ_SEED repeats a failed one.</remarks>
public sealed class FuzzTests
{
    private static readonly int Count = Setting("IGLOO_FUZZ_COUNT") ?? 20_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_unpermitted_byte_leaves_whatever_the_program_writes()
    {
        var refused = 0;
        await ForEachSeed(async random =>
        {
            await using var wire = new Wire();
            await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
            foreach (var piece in Pieces(Mutated(Dialogues.Says([.. Enumerable.Range(0, random.Next(6))]), random), random))
            {
                if (await Record.ExceptionAsync(async () => await stream.WriteAsync(piece, Cancellation)) is null) continue;
                refused++;
                break;
            }

            var lines = Encoding.Latin1.GetString(wire.Written).Split('\n');
            Assert.Equal("", lines[^1]);
            Assert.Equal(Enumerable.Range(0, lines.Length - 1), lines[..^1].Select(l => int.Parse(l, CultureInfo.InvariantCulture)));
            Assert.Equal(lines.Length - 1, stream.Monitor.State.Next);
        });
        Assert.InRange(refused, Count / 10, Count * 9 / 10);
    }

    [Fact]
    public async Task No_unrecorded_byte_arrives_whatever_the_peer_sends()
    {
        var refused = 0;
        await ForEachSeed(async random =>
        {
            var sent = Mutated(Dialogues.Words([.. Enumerable.Range(0, random.Next(5)).Select(i => new string('w', i + random.Next(3)))]), random);
            await using var wire = new Wire().PeerSends([.. Pieces(sent, random)]).PeerEnds();
            await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
            var read = new MemoryStream();
            if (await Record.ExceptionAsync(() => stream.CopyToAsync(read, Cancellation)) is { } failure)
            {
                Assert.IsAssignableFrom<IOException>(failure);
                refused++;
            }

            Assert.Equal(Dialogues.Words([.. stream.Monitor.State.Heard]), read.ToArray());
            Assert.True(sent.AsSpan().StartsWith(read.ToArray()));
        });
        Assert.InRange(refused, Count / 10, Count * 9 / 10);
    }

    private static async Task ForEachSeed(Func<Random, Task> program)
    {
        var first = Setting("IGLOO_FUZZ_SEED");
        var seed = first ?? Random.Shared.Next();
        for (var i = 0; i < (first is null ? Count : 1); i++, seed = unchecked(seed + 1))
        {
            try
            {
                await program(new Random(seed));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Repeat with IGLOO_FUZZ_SEED={seed}: {failure.Message}", failure);
            }
        }
    }

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        if (random.Next(4) == 0) changed.InsertRange(random.Next(changed.Count + 1), Encoding.Latin1.GetBytes("\0\n-9x\xFF"[..random.Next(6)]));
        if (changed.Count > 0 && random.Next(3) == 0) changed[random.Next(changed.Count)] ^= (byte)(1 << random.Next(8));
        if (changed.Count > 0 && random.Next(5) == 0) changed.RemoveAt(random.Next(changed.Count));
        return [.. changed];
    }

    private static IEnumerable<byte[]> Pieces(byte[] bytes, Random random)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Min(bytes.Length - at, random.Next(1, 6));
            yield return bytes[at..(at + length)];
            at += length;
        }
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
