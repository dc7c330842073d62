using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using TestResult = FsCheck.TestResult;

namespace MetaTheorems.Sampling;

/// <summary>Keeps the shrunk failure instead of printing it.</summary>
internal sealed class Recorder : IRunner
{
    public Sample? Failed { get; private set; }

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
        if (result is TestResult.Failed failed) Failed = (Sample)failed.Item3[0];
    }
}
