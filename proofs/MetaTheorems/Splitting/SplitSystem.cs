using Igloo.IoSpecs;
using Igloo.IoSpecs.Processes;
using Igloo.IoSpecs.Splitting;
using MetaTheorems.IoSpecifications;
using MetaTheorems.Sampling;

namespace MetaTheorems.Splitting;

/// <summary>A random I/O-guarded system with its operations a on one side and b on the other.</summary>
internal sealed record SplitSystem(IoGuardedSystem<(int First, int Second)> System, Typing Typing)
{
    /// <summary>The operations on the first side.</summary>
    public static bool IsFirst(string operation, object output) => operation == "a";

    /// <summary>A system in which each side has a state of its own, but for some accidents.</summary>
    /// <param name="sample">The case.</param>
    /// <param name="accidents">How many transitions, of a hundred, look at the state of the other side or change it.</param>
    /// <param name="isFinite">Whether each side makes two steps at most.</param>
    public static SplitSystem Random(Sample sample, int accidents, bool isFinite = false)
    {
        var random = sample.Random();
        var typing = Actions.RandomTyping(random);
        var states = isFinite ? 3 : sample.Size;
        var seed = random.Next();
        bool IsAccident((int, int) s, IoAction a, int salt) => Number(s, a, salt, 100) < accidents;
        int Number((int First, int Second) s, IoAction a, int salt, int below) =>
            new Random(unchecked((seed * 31) + (s.First * 1_009) + (s.Second * 10_007) + (Code(a) * 100_003) + (salt * 1_000_003))).Next(below);
        (int, int) Seen((int First, int Second) s, string operation) => operation == "a" ? (s.First, 0) : (0, s.Second);
        bool Guard((int First, int Second) s, string operation, object output)
        {
            var action = new IoAction(operation, output, 0);
            var own = operation == "a" ? s.First : s.Second;
            return !(isFinite && own == states - 1) && Number(IsAccident(s, action, 1) ? s : Seen(s, operation), action, 2, 4) > 0;
        }

        (int, int) Update((int First, int Second) s, IoAction action)
        {
            var own = action.Operation == "a" ? s.First : s.Second;
            var next = isFinite ? own + 1 : Number(Seen(s, action.Operation), action, 3, states);
            var other = IsAccident(s, action, 4) ? Number(s, action, 5, states) : action.Operation == "a" ? s.Second : s.First;
            return action.Operation == "a" ? (next, other) : (other, next);
        }

        return new(new([.. Actions.All.Select(a => (a.Operation, a.Output)).Distinct()], Guard, Update, typing), typing);
    }

    /// <summary>The obligations.</summary>
    /// <param name="actions">The actions for which they are decided.</param>
    public IndependenceVerdict Check(IEnumerable<IoAction> actions) => new TokenSplit<(int, int)>(System, (0, 0), actions, IsFirst).Check();

    private static int Code(IoAction action) => Actions.Indices(action) is var (b, v, w) ? (b * 4) + (v * 2) + w : 0;
}
