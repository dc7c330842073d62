using System.Globalization;
using System.Text;
using Igloo.Components;
using Igloo.Endurance.Fuzzing.References;
using Igloo.Monitoring.Streams;
using Redis.Model;
using Redis.Wire;
using E = Redis.Model.RedisClient.Event;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>A client of Redis: commands out, replies in.</summary>
internal sealed class RedisConversation : Conversation<RedisClient.State, E, Command, Reply>
{
    private static readonly string[] Verbs = ["SET", "get", "PING", "MULTI", "EXEC", "SUBSCRIBE", "UNSUBSCRIBE", "WATCH", "DISCARD", "MONITOR"];

    public static readonly IReadOnlyList<byte[]> RespWords =
    [
        .. new[] { "\r\n", "\n", "*1\r\n", "*0\r\n", "*-1\r\n", "$-1\r\n", "$3\r\nabc\r\n", "$0\r\n\r\n", ":1\r\n", "+OK\r\n", "-E\r\n", "*99999999999999999999999\r\n", "$1048577\r\n", "PING\r\n", " ", "'" }
            .Select(Encoding.Latin1.GetBytes),
    ];

    public override Component<RedisClient.State, E> Component { get; } = new RedisClient();

    public override StreamProtocol<E> Protocol => RedisProtocol.Instance;

    public override Reference<Command> Sent => Resp.Command;

    public override Reference<Reply> Received => Resp.Reply;

    public override IReadOnlyList<byte[]> Words => RespWords;

    public override E Send(Command message) => new E.Send(message);

    public override E Receive(Reply message) => new E.Receive(message);

    public override byte[] SentFrame(int number, Random random) => CommandFrame(random);

    public override byte[] ReceivedFrame(Random random) => ReplyFrame(random);

    // The application mostly asks for what is then written.
    public override IEnumerable<E> Preparing(IReadOnlyList<Command> messages, Random random)
    {
        var skipped = random.Next(12);
        return messages.Where((_, i) => i != skipped).Select(m => new E.Ask(m));
    }

    public static byte[] CommandFrame(Random random)
    {
        string[] arguments = [Verbs[random.Next(Verbs.Length)], .. Enumerable.Range(0, random.Next(3)).Select(_ => Word(random))];
        if (random.Next(4) == 0) return Encoding.Latin1.GetBytes(string.Join(' ', arguments.Select(a => a.Replace('\n', 'n').Replace('\r', 'r'))) + "\r\n");
        return Encoding.Latin1.GetBytes(string.Concat(arguments.Select(a => $"${a.Length}\r\n{a}\r\n").Prepend($"*{arguments.Length}\r\n")));
    }

    public static byte[] ReplyFrame(Random random) => Encoding.Latin1.GetBytes(Value(random, 0));

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "ab \r\n\\\xFF*$3"[random.Next(10)]));

    private static string Value(Random random, int depth) => random.Next(depth < 3 ? 8 : 5) switch
    {
        0 => "+OK\r\n",
        1 => "-ERR no\r\n",
        2 => string.Create(CultureInfo.InvariantCulture, $":{random.Next(-5, 50)}\r\n"),
        3 => random.Next(2) == 0 ? "$-1\r\n" : "$4\r\na\r\nb\r\n",
        4 => "$0\r\n\r\n",
        5 => "*3\r\n$7\r\nmessage\r\n$4\r\nnews\r\n$1\r\nx\r\n",
        6 => "*3\r\n$11\r\nunsubscribe\r\n$4\r\nnews\r\n:0\r\n",
        _ => random.Next(3) is var n ? $"*{n}\r\n{string.Concat(Enumerable.Range(0, n).Select(_ => Value(random, depth + 1)))}" : "",
    };
}
