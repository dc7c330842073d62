namespace Igloo.Terms;

/// <summary>
/// The type of terms that C# writes as <c>T?</c>. It is only ever used as a <see cref="Type"/>: the values are null and the values
/// of <typeparamref name="T"/> themselves.
/// </summary>
/// <typeparam name="T">The type of the value that may be absent.</typeparam>
public abstract class Option<T>
{
    private Option()
    {
    }
}
