using System.Globalization;
using Igloo.Endurance.Appending;
using Igloo.Endurance.Fuzzing;
using Igloo.Endurance.Soaking;

// Endurance: what holds over months, tried in minutes.
//   soak EVENTS [SEED]           memory and latency by tenths of a long run, and whether they grow
//   fuzz COUNT [SEED] [TARGET]   random and mutated inputs through every codec and monitor
//   replay FILE                  one saved input again
//   append FILE [LARGEST]        records events until it is killed or the disk is full
string? Argument(int index) => args.Length > index ? args[index] : null;
long Number(int index) => long.Parse(args[index], CultureInfo.InvariantCulture);
int Seed(int index) => Argument(index) is null ? Random.Shared.Next() : (int)Number(index);
switch (args)
{
    case ["soak", _, ..]:
        return await SoakCommand.RunAsync(Number(1), Seed(2), Console.Out);
    case ["fuzz", _, ..]:
        return FuzzCommand.Run(Number(1), Seed(2), Argument(3), Console.Out);
    case ["replay", var file]:
        return FuzzCommand.Replay(file, Console.Out);
    case ["append", var path, ..]:
        return AppendCommand.Run(path, Argument(2) is null ? long.MaxValue : Number(2), Console.Out);
    default:
        Console.Error.WriteLine("usage: soak EVENTS [SEED] | fuzz COUNT [SEED] [TARGET] | replay FILE | append FILE [LARGEST]");
        return 3;
}
