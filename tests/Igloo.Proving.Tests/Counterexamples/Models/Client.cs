using Igloo.Values;

namespace Igloo.Proving.Tests.Counterexamples.Models;

[Sort]
public readonly record struct Client(int Index)
{
    public override string ToString() => Index.ToString();
}
