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
        if (parts is not [var seed, var gamma, var size]
            || !ulong.TryParse(seed, CultureInfo.InvariantCulture, out var s)
            || !ulong.TryParse(gamma, CultureInfo.InvariantCulture, out var g)
            || !int.TryParse(size, CultureInfo.InvariantCulture, out var n))
        {
            throw new ArgumentException($"'{text}' is no replay seed; expected three numbers separated by commas, as a failure prints them.", nameof(text));
        }

        return new Replay(new Rnd(s, g), FSharpOption<int>.Some(n));
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
