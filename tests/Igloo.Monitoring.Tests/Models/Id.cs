using Igloo.Values;

namespace Igloo.Monitoring.Tests.Models;

[Sort]
public readonly record struct Id(int Index)
{
    public override string ToString() => Index.ToString();
}
