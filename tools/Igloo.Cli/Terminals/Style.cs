namespace Igloo.Cli.Terminals;

/// <summary>Colours by meaning, or none.</summary>
/// <param name="isColoured">Whether escape sequences are written.</param>
internal sealed class Style(bool isColoured)
{
    /// <summary>What holds.</summary>
    public string Good(string text) => Sequence("32", text);

    /// <summary>What is refuted or failed.</summary>
    public string Bad(string text) => Sequence("1;31", text);

    /// <summary>What is open.</summary>
    public string Open(string text) => Sequence("33", text);

    /// <summary>The name of the thing that lines below are about.</summary>
    public string Heading(string text) => Sequence("1", text);

    /// <summary>What most readers skip.</summary>
    public string Faint(string text) => Sequence("2", text);

    private string Sequence(string code, string text) => isColoured ? $"\e[{code}m{text}\e[0m" : text;
}
