using System.Collections.Immutable;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Terms;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>Finds the layout of a type.</summary>
internal sealed class LayoutBuilder(ValueRanges ranges)
{
    private const int MaxWidth = 1024;
    private const int MaxDepth = 16;

    private readonly Stack<string> place = [];

    /// <summary>The layout of a type of terms.</summary>
    /// <exception cref="GroundingException">It has none.</exception>
    public Layout Of(Type type)
    {
        var layout = Build(type);
        return layout.Width <= MaxWidth ? layout : throw Refused($"needs {layout.Width:N0} bits, more than {MaxWidth:N0}");
    }

    private Layout Build(Type type)
    {
        if (place.Count > MaxDepth) throw Refused("contains itself");
        if (type == typeof(bool)) return new BitLayout();
        if (type.IsOf(typeof(Option<>))) return new OptionLayout(type, Build(type.GetGenericArguments()[0]));
        if (CollectionParts.Describe(type) is { } collection) return Collection(type, collection.Kind, collection.Index, collection.Content);
        return TermRegistry.FindShape(type) switch
        {
            TypeShape.Record record => new RecordLayout(type, [.. record.Fields.Select(f => f.Name)], [.. record.Fields.Select(f => Inside(f.Name, f.Type))]),
            TypeShape.Union union => new UnionLayout(type, [.. union.Cases.Select(c => Inside(c.Name, c))]),
            TypeShape.Class or TypeShape.Theory => throw Refused($"is a model, {TypeText.Of(type)}"),
            _ => new ScalarLayout(type, Range(type)),
        };
    }

    private CollectionLayout Collection(Type type, CollectionKind kind, Type index, Type? content)
    {
        if (kind != CollectionKind.Seq) Range(index);
        var parts = CollectionParts.Of(type, ranges);
        var value = content is null ? null : Build(content);
        if (parts.Count > MaxWidth) throw Refused($"has {parts.Count:N0} parts, more than {MaxWidth:N0}");
        var layouts = ImmutableArray.CreateBuilder<Layout>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            layouts.Add(kind switch
            {
                CollectionKind.Set => new BitLayout(),
                CollectionKind.Map => value!,
                CollectionKind.FiniteMap => i % 2 == 0 ? new BitLayout() : value!,
                CollectionKind.Bag => new ScalarLayout(typeof(int), Counts(ranges.Bounds.Largest)),
                _ => i == 0 ? new ScalarLayout(typeof(int), Counts(ranges.Bounds.Length)) : value!,
            });
        }

        return new CollectionLayout(type, parts, layouts.DrainToImmutable());
    }

    private static ValueRange Counts(int largest) => new(Enumerable.Range(0, largest + 1).Cast<object>());

    private ValueRange Range(Type type)
    {
        try
        {
            return ranges.Of(type);
        }
        catch (GroundingException refused)
        {
            throw Refused(refused.Message);
        }
    }

    private Layout Inside(string name, Type type)
    {
        place.Push(name);
        var layout = Build(type);
        place.Pop();
        return layout;
    }

    private GroundingException Refused(string reason) => new($"{(place.Count == 0 ? "the state" : string.Join('.', place.Reverse()))} {reason}");
}
