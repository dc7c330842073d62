using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Igloo.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Igloo.Mutation.Tests;

/// <summary>The model sources of a case study, which can be compiled with one of them changed.</summary>
public sealed class CaseStudy
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private readonly ImmutableArray<SyntaxTree> trees;

    private CaseStudy(string name, ImmutableArray<SyntaxTree> trees)
    {
        Name = name;
        this.trees = trees;
    }

    public static CaseStudy LeaderElection { get; } = Load("LeaderElection", "LeaderElection/Model");

    public static CaseStudy LockServer { get; } = Load("LockServer", "LockServer");

    public static CaseStudy Failover { get; } = Load("Failover", "Failover/Model");

    public static CaseStudy Retransmission { get; } = Load("Retransmission", "Retransmission/Model");

    public static CaseStudy Redis { get; } = Load("Redis", "Redis/Model");

    public string Name { get; }

    /// <summary>Compiles the sources with one text replaced by another, which must stand in the file exactly once.</summary>
    public Assembly CompileWith(Mutant mutant)
    {
        var original = trees.Single(t => Path.GetFileNameWithoutExtension(t.FilePath) == mutant.File);
        var text = original.ToString();
        var position = text.IndexOf(mutant.Original, StringComparison.Ordinal);
        if (position < 0 || text.IndexOf(mutant.Original, position + 1, StringComparison.Ordinal) >= 0)
        {
            throw new ArgumentException($"'{mutant.Original}' stands in {mutant.File} not exactly once.", nameof(mutant));
        }

        var changed = text.Remove(position, mutant.Original.Length).Insert(position, mutant.Replacement);
        return Compile(trees.Replace(original, original.WithChangedText(SourceText.From(changed, System.Text.Encoding.UTF8))));
    }

    public Assembly CompileUnchanged() => Compile(trees);

    private static CaseStudy Load(string name, string folder)
    {
        var root = typeof(CaseStudy).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        const string usings = """
            global using System;
            global using System.Collections.Generic;
            global using System.Linq;
            global using Igloo.Models;
            global using static Igloo.Models.Logic;
            global using Igloo.Theories;
            global using Igloo.Values;
            global using Igloo.Components;
            global using Igloo.Environments;
            """;
        var trees = Directory.EnumerateFiles(Path.Combine(root, "casestudies", folder), "*.cs", SearchOption.TopDirectoryOnly)
            .Order(StringComparer.Ordinal)
            .Select(f => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(f), System.Text.Encoding.UTF8), Parsing, f))
            .Append(CSharpSyntaxTree.ParseText(SourceText.From(usings, System.Text.Encoding.UTF8), Parsing, "Usings.cs"));
        return new CaseStudy(name, [.. trees]);
    }

    private Assembly Compile(ImmutableArray<SyntaxTree> sources)
    {
        var compilation = CSharpCompilation.Create(
            $"{Name}.Mutant{Guid.NewGuid():N}",
            sources,
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new IglooGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        using var image = new MemoryStream();
        var result = generated.Emit(image);
        var errors = diagnostics.Concat(result.Diagnostics).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        }

        image.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: false).LoadFromStream(image);
    }
}
