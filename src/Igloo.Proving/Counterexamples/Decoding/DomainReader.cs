using Igloo.Proving.Symbolic;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>Builds domains of a type that is only known at run time.</summary>
internal abstract class DomainReader
{
    /// <summary>The reader for an element type.</summary>
    internal static DomainReader Of(Type elementType) =>
        (DomainReader)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(elementType), nonPublic: true)!;

    /// <summary>The domain of all values in a world.</summary>
    /// <exception cref="NotRepresentableException">The least element has no counterpart in the world.</exception>
    internal abstract object Read(World world);

    private sealed class Typed<T> : DomainReader
    {
        internal override object Read(World world)
        {
            T[] values = [.. world.Universe.Values(typeof(T)).Cast<T>()];
            var least = (T)world.Decoder.Read(DomainLeast.Of(world.Scene.Vocabulary, typeof(T)), typeof(T))!;
            return values.Contains(least)
                ? Domain<T>.WithLeast(values, least)
                : throw new NotRepresentableException($"{ValueText.Of(least)} is not among the values of {typeof(T).Name} in this world.");
        }
    }
}
