using Igloo.Proving.Deciding;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>A class that says something without first-order encoding, as an obligation that cannot be met: the other classes are still decided.</summary>
internal static class Unencodable
{
    /// <summary>The obligations of a class, or the one that says why there are none.</summary>
    /// <remarks>All or nothing: a part of the obligations of an invariant would establish it.</remarks>
    internal static IReadOnlyList<Obligation> Or(Type model, Func<IEnumerable<Obligation>> derive)
    {
        try
        {
            return [.. derive()];
        }
        catch (UnsupportedModelException unsupported)
        {
            return [Of(model, unsupported)];
        }
    }

    private static Obligation Of(Type model, UnsupportedModelException unsupported) => new(
        $"{ObligationKind.Encoding}:{model.FullName ?? model.Name}",
        $"{Vocabulary.NameOf(model)} can be turned into obligations",
        model,
        ObligationKind.Encoding,
        unsupported.Span ?? SourceOf(model),
        Statement(unsupported));

    /// <summary>That there is no formula.</summary>
    internal static Statement.Unencodable Statement(UnsupportedModelException unsupported) => new(new Scene(new Vocabulary(), [], []), unsupported.Explanation);

    private static SourceSpan SourceOf(Type model) => TermRegistry.FindShape(model) switch
    {
        TypeShape.Class @class => @class.Source,
        TypeShape.Theory theory => theory.Source,
        _ => new SourceSpan(string.Empty, 0, string.Empty),
    };
}
