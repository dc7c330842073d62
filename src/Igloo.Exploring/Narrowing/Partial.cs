using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Narrowing;

/// <summary>Partly known values: values of models, <see cref="Hole"/>s and <see cref="Construct"/>s of them.</summary>
internal static class Partial
{
    public static bool IsOption(Type type) => type.IsOf(typeof(Option<>));

    /// <summary>A field of a known or partly known record.</summary>
    public static object? Field(object target, string name) =>
        target is Construct construct ? construct.Field(name) : NativeMembers.Field(target, name);

    /// <summary>A record or case of which nothing is known but its type.</summary>
    public static Construct Unknown(Type type)
    {
        var native = NativeTypes.Of(type);
        var fields = TermRegistry.Shape(type) is TypeShape.Record record ? record.Fields : [];
        return new Construct(native, [.. fields.Select(f => (f.Name, (object?)new Hole(f.Type, $"{native.Name.Split('`')[0]}.{f.Name}")))]);
    }

    /// <summary>The holes of a value that are not bound, in the order of fields.</summary>
    public static IEnumerable<Hole> Holes(object? value) => Hole.Follow(value) switch
    {
        Hole hole => [hole],
        Construct construct => construct.Fields.SelectMany(f => Holes(f.Value)),
        _ => [],
    };

    /// <summary>The first unbound hole of a value.</summary>
    public static Hole? FirstHole(object? value) => Hole.Follow(value) switch
    {
        Hole hole => hole,
        Construct construct => construct.Fields.Select(f => FirstHole(f.Value)).FirstOrDefault(h => h is not null),
        _ => null,
    };

    /// <summary>The value itself, once nothing is unknown.</summary>
    public static object? Known(object? value) => Hole.Follow(value) switch
    {
        Construct construct => Construct(construct),
        var known => known,
    };

    /// <summary>Whether two values are equal; null where that is not known.</summary>
    public static bool? AreEqual(object? a, object? b)
    {
        (a, b) = (Hole.Follow(a), Hole.Follow(b));
        if (ReferenceEquals(a, b)) return true;
        if (a is Hole hole) return b is null && !IsOption(hole.Type) ? false : null;
        if (b is Hole other) return a is null && !IsOption(other.Type) ? false : null;
        var construct = a as Construct ?? b as Construct;
        if (construct is null) return Equals(a, b);
        var value = ReferenceEquals(construct, a) ? b : a;
        if (value is null || construct.Type != (value is Construct second ? second.Type : value.GetType())) return false;
        var fields = construct.Fields.Select(f => AreEqual(f.Value, Field(value, f.Name))).ToArray();
        return fields.Contains(false) ? false : fields.Contains(null) ? null : true;
    }

    private static object Construct(Construct construct) =>
        NativeMembers.Construct(construct.Type, [.. construct.Fields.Select(f => Known(f.Value))]);
}
