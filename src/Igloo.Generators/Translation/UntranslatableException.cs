namespace Igloo.Generators.Translation;

/// <summary>Ends the translation of one member.</summary>
internal sealed class UntranslatableException(Finding finding) : Exception(finding.Descriptor.Id)
{
    public Finding Finding { get; } = finding;
}
