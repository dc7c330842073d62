namespace Igloo.Viewing;

/// <summary>An initial state to choose.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Text">The state on one line.</param>
/// <param name="Path">The link that begins there.</param>
public sealed record InitialView(int Index, string Text, string Path);
