using System.Text;
using Igloo.Monitoring;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Redis.Model;
using Redis.Wire;

namespace Redis.Tests;

/// <summary>What leaves does not depend on how the program splits its bytes.</summary>
public sealed class SplitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Refusal_by_a_guard_that_begins_with_a_negation_names_its_place_and_values()
    {
        var monitor = PermissionMonitor.Start(new RedisClient());

        var refusal = Assert.Throws<PermissionViolationException>(() => monitor.Begin(new RedisClient.Event.Send(CommandText.Command("PING"))));

        Assert.Matches(@"^RedisClient\.cs:[0-9]+  !s\.Outbox\.IsEmpty  FALSE.*Outbox = ", refusal.Violation.Because[0]);
    }

    [Theory]
    [InlineData("SET a b\r\nFLUSHALL\r\n", "")]
    [InlineData("*1\r\n$4\r\nPING\r\nSET a b\r\nFLUSHALL\r\n", "*1\r\n$4\r\nPING\r\n")]
    [InlineData("*1\r\n$4\r\nPING\r\n*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\nb\r\nFLUSHALL\r\n", "*1\r\n$4\r\nPING\r\n")]
    [InlineData("*1\r\n$4\r\nPING\r\n*3\r\n$3\r\nSET\r\n$1\r\na\r\n$11\r\nb\r\nFLUSHALL\r\n*1\r\n$4\r\nPING\r\n", "*1\r\n$4\r\nPING\r\n")]
    [InlineData("*1\r\n$4\r\nPING\r\n*x\r\n", "*1\r\n$4\r\nPING\r\n")]
    public async Task Bad_command_is_refused_at_any_split_of_the_bytes(string written, string sent)
    {
        var bytes = Encoding.Latin1.GetBytes(written);
        for (var first = 0; first <= bytes.Length; first++)
        {
            for (var second = first; second <= bytes.Length; second++)
            {
                var wire = new MemoryStream();
                var monitor = PermissionMonitor.Start(new RedisClient());
                if (sent.Length > 0) monitor.Perform(new RedisClient.Event.Ask(CommandText.Command("PING")));
                monitor.Perform(new RedisClient.Event.Ask(CommandText.Command("SET", "a", "b\r\nFLUSHALL")));
                monitor.Perform(new RedisClient.Event.Ask(CommandText.Command("PING")));
                await using var stream = monitor.Wrap(wire, RedisProtocol.Instance);
                var refusals = 0;
                foreach (var piece in new[] { bytes[..first], bytes[first..second], bytes[second..] })
                {
                    if (await Record.ExceptionAsync(async () => await stream.WriteAsync(piece, Cancellation)) is PermissionViolationException) refusals++;
                }

                // The fourth is the honest encoding, with a command after it that was asked for as well.
                Assert.Equal(written.Contains("$11", StringComparison.Ordinal) ? 0 : 1, refusals);
                Assert.Equal(refusals == 0 ? written : sent, Encoding.Latin1.GetString(wire.ToArray()));
            }
        }
    }
}
