using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace Igloo.Testing.Randomness;

/// <summary>Keeps FsCheck's result instead of printing it.</summary>
internal sealed class Recorder : IRunner
{
    /// <summary>The shrunk case that fails, or null.</summary>
    public RandomCase? Failed { get; private set; }

    /// <summary>Seed, gamma and size of the failing case.</summary>
    public string Replay { get; private set; } = "";

    /// <summary>The number of tests before the failure.</summary>
    public int Tests { get; private set; }

    /// <summary>The number of successful shrinks.</summary>
    public int Shrinks { get; private set; }

    public static Replay ToReplay(string text)
    {
        var parts = text.Split(',');
        if (parts.Length is 2 or 3
            && ulong.TryParse(parts[0], CultureInfo.InvariantCulture, out var seed)
            && ulong.TryParse(parts[1], CultureInfo.InvariantCulture, out var gamma)
            && int.TryParse(parts.Length == 3 ? parts[2] : "0", CultureInfo.InvariantCulture, out var size))
        {
            return new Replay(new Rnd(seed, gamma), parts.Length == 3 ? FSharpOption<int>.Some(size) : null);
        }

        throw new ArgumentException($"'{text}' is no replay seed; expected two or three numbers separated by commas, as a failure prints them.", nameof(text));
    }

    public void OnStartFixture(Type t)
    {
    }

    public void OnArguments(int nbTest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
    }

    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
    {
    }

    public void OnFinished(string name, TestResult result)
    {
        if (result is not TestResult.Failed failed) return;
        Failed = (RandomCase)failed.Item3[0];
        Replay = string.Create(CultureInfo.InvariantCulture, $"{failed.Item6.Seed},{failed.Item6.Gamma},{failed.Item7}");
        (Tests, Shrinks) = (failed.Item1.NumberOfTests, failed.Item1.NumberOfShrinks);
    }
}
