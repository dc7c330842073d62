using System.Text;
using Igloo.Endurance.Fuzzing.References;
using Igloo.Endurance.Fuzzing.Targets;
using Igloo.Monitoring.Codecs;
using Redis.Wire;

namespace Igloo.Endurance.Fuzzing;

/// <summary>Everything that ships and takes bytes.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All() =>
    [
        new FrameTarget<string>("length-prefixed", 10, new LengthPrefixedCodec<string>(new Utf8Payload(), 16), Framing.LengthPrefixed(16), r => DialogueConversation.Prefixed(Text(r)), DialogueConversation.PrefixWords),
        new FrameTarget<string>("line", 8, new LineCodec<string>(new Utf8Payload(), 12), Framing.Line("\n", 12), r => [.. Encoding.UTF8.GetBytes(Text(r)), (byte)'\n'], DialogueConversation.LineWords),
        new FrameTarget<string>("line-crlf", 8, new LineCodec<string>(new Utf8Payload(), 12, "\r\n"u8.ToArray()), Framing.Line("\r\n", 12), r => [.. Encoding.UTF8.GetBytes(Text(r)), .. "\r\n"u8], DialogueConversation.LineWords),
        new FrameTarget<Redis.Model.Command>("redis-command", 8, new CommandCodec(), Resp.Command, RedisConversation.CommandFrame, RedisConversation.RespWords),
        new FrameTarget<Redis.Model.Reply>("redis-reply", 8, new ReplyCodec(), Resp.Reply, RedisConversation.ReplyFrame, RedisConversation.RespWords),
        new OutgoingTarget<Models.Dialogue.State, Models.Dialogue.Event, int, string>("dialogue-out", 10, new DialogueConversation(DialogueConversation.Lines)),
        new IncomingTarget<Models.Dialogue.State, Models.Dialogue.Event, int, string>("dialogue-in", 10, new DialogueConversation(DialogueConversation.Lines)),
        new OutgoingTarget<Redis.Model.RedisClient.State, Redis.Model.RedisClient.Event, Redis.Model.Command, Redis.Model.Reply>("redis-out", 5, new RedisConversation()),
        new IncomingTarget<Redis.Model.RedisClient.State, Redis.Model.RedisClient.Event, Redis.Model.Command, Redis.Model.Reply>("redis-in", 5, new RedisConversation()),
        new DatagramTarget(),
        new SocketTarget(),
        new PortTarget(),
        new MonitorTarget(),
        new LogTarget<Models.Meter.State, Models.Meter.Event>("audit-log", new Models.Meter(), LogSteps.Of),
        new LogTarget<Models.Notebook.State, Models.Notebook.Event>("audit-notes", new Models.Notebook(), LogSteps.Of),
        new TraceTarget(),
    ];

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => "ab\r\u00E9\u20AC-0"[random.Next(7)]));
}
