namespace Igloo.Viewing.Tests;

/// <summary>Runs by the texts of their events, as a user takes them.</summary>
internal static class Walks
{
    public static Viewer ViewerOf<TModel>(int size) => Viewer.Of(Instances.Of<TModel>(size, size).First());

    /// <summary>The path after events of these texts.</summary>
    public static ViewPath Take(this Viewer viewer, ViewPath path, params string[] events) => events.Aggregate(path, (at, text) =>
        ViewPath.Parse(viewer.At(at).Events.Listed.Single(e => e.Text == text).Path));

    /// <summary>The view after events of these texts.</summary>
    public static View After(this Viewer viewer, params string[] events) => viewer.At(viewer.Take(new ViewPath("M", 3), events));
}
