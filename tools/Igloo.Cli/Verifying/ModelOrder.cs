using Igloo.Models;
using Igloo.Theories;

namespace Igloo.Cli.Verifying;

/// <summary>The order in which reports speak of models: assumptions, then systems, then what relates them.</summary>
internal static class ModelOrder
{
    /// <summary>Lower comes first; models of one rank keep the order that they have.</summary>
    public static int RankOf(Type model) =>
        model.IsAssignableTo(typeof(ITheory)) ? 0
        : model.IsAssignableTo(typeof(EventSystem)) ? 1
        : model.IsAssignableTo(typeof(Refinement)) ? 2
        : model.IsAssignableTo(typeof(Equality)) ? 3
        : 4;
}
