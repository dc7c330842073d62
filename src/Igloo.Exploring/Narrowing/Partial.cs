using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Values;

namespace Igloo.Exploring.Narrowing;

/// <summary>Partly known values: values of models, <see cref="Hole"/>s and <see cref="Construct"/>s of them.</summary>
internal static class Partial
{
    public static bool IsOption(Type type) => type.IsOf(typeof(Option<>));

    /// <summary>A field of a known or partly known record.</summary>
    public static object? Field(object target, string name) =>
        target is Construct construct ? construct.Field(name) : NativeMembers.Field(target, name);

    /// <summary>A record or case of which nothing is known but its type.</summary>
    /// <param name="type">The record.</param>
    /// <param name="excluded">What no field is, where no list has them.</param>
    public static Construct Unknown(Type type, IReadOnlySet<object?>? excluded = null)
    {
        var native = NativeTypes.Of(type);
        var fields = TermRegistry.Shape(type) is TypeShape.Record record ? record.Fields : [];
        return new Construct(native, [.. fields.Select(f => (f.Name, (object?)new Hole(f.Type, $"{native.Name.Split('`')[0]}.{f.Name}", excluded)))]);
    }

    /// <summary>The holes of a value that are not bound, in the order of fields.</summary>
    public static IEnumerable<Hole> Holes(object? value) => Hole.Follow(value) switch
    {
        Hole hole => [hole],
        Construct construct => construct.Fields.SelectMany(f => Holes(f.Value)),
        _ => [],
    };

    /// <summary>The parts of a value that no list has and that a condition named.</summary>
    public static IEnumerable<Hole> NamedParts(object? value) => value switch
    {
        Hole { IsBound: true } hole => [.. hole.Knowledge.IsNamed && hole.Excluded is { Count: 0 } && !IsFinite(hole.Type) ? [hole] : Array.Empty<Hole>(), .. NamedParts(hole.Value)],
        Construct construct => construct.Fields.SelectMany(f => NamedParts(f.Value)),
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
        if (a is Hole hole) return CanBe(hole, b) ? null : false;
        if (b is Hole other) return CanBe(other, a) ? null : false;
        var construct = a as Construct ?? b as Construct;
        if (construct is null) return Equals(a, b);
        var value = ReferenceEquals(construct, a) ? b : a;
        if (value is null || construct.Type != (value is Construct second ? second.Type : value.GetType())) return false;
        var fields = construct.Fields.Select(f => AreEqual(f.Value, Field(value, f.Name))).ToArray();
        return fields.Contains(false) ? false : fields.Contains(null) ? null : true;
    }

    /// <summary>Whether a hole may turn out to be a value, as far as is known.</summary>
    public static bool CanBe(Hole hole, object? value) =>
        (value is not null || IsOption(hole.Type)) && (hole.Excluded is not { Count: > 0 } excluded || FirstHole(value) is not null || !excluded.Contains(Known(value)));

    private static bool IsFinite(Type type) => type == typeof(bool) || type.IsEnum || type.IsDefined(typeof(SortAttribute), inherit: false);

    private static object Construct(Construct construct) =>
        NativeMembers.Construct(construct.Type, [.. construct.Fields.Select(f => Known(f.Value))]);
}
