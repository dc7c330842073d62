using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>Builds the unit of one model class, theory or type marked [Model], with everything of this compilation that it calls.</summary>
internal sealed class UnitBuilder
{
    private readonly INamedTypeSymbol root;
    private readonly CancellationToken cancellation;
    private readonly ShapeCollector shapes;
    private readonly Queue<ISymbol> pending = new();
    private readonly Queue<ISymbol> foreign = new();
    private readonly List<Node> functions = [];
    private readonly List<Finding> findings = [];
    private readonly List<(ISymbol Member, Finding Finding)> unprovable = [];
    private readonly CallGraph calls = new();
    private HashSet<ISymbol> reached = new(SymbolEqualityComparer.Default);
    private bool followsOtherRoots;
    private ISymbol? current;

    /// <summary>Prepares the unit of a root.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="root">The type that the unit is for.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public UnitBuilder(Compilation compilation, INamedTypeSymbol root, CancellationToken cancellation)
    {
        Compilation = compilation;
        this.root = root;
        this.cancellation = cancellation;
        shapes = new ShapeCollector(compilation.Assembly, root);
        Types = new TypeNames(shapes);
    }

    public Compilation Compilation { get; }

    public TypeNames Types { get; private set; }

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Types beyond those of the declarations that values of the model are made of.</summary>
    public IEnumerable<Node> ForeignParts => shapes.ForeignParts;

    /// <summary>The declarations of the unit.</summary>
    public IReadOnlyList<Node> Build()
    {
        var header = Guard(root, () => Header.Of(this, root, cancellation), reports: true);
        foreach (var member in Roots.Required(root))
        {
            Enqueue(member);
        }

        Drain(reports: true);
        var required = new HashSet<ISymbol>(reached, SymbolEqualityComparer.Default);
        var requiredForeign = foreign.Count;
        foreach (var member in Roots.Optional(root))
        {
            Enqueue(member);
        }

        Drain(reports: false);
        foreach (var type in NestedTypes(root))
        {
            Guard(type, () => { shapes.Add(type, type.Locations[0]); return null; }, reports: false);
        }

        var declarations = new List<Node>();
        if (header is not null)
        {
            declarations.Add(header);
        }

        declarations.AddRange(shapes.Declarations);
        declarations.AddRange(functions);
        LookIntoOtherRoots(required, requiredForeign);
        findings.AddRange(calls.Cycles());
        var proved = calls.ReachedFrom(Roots.Proved(root));
        findings.AddRange(unprovable.Where(u => proved.Contains(u.Member)).Select(u => u.Finding));
        return declarations;
    }

    /// <summary>Adds what a check of the root finds.</summary>
    public void Include(Func<IEnumerable<Finding>> check) => Guard(root, () => { findings.AddRange(check()); return null; }, reports: true);

    /// <summary>Adds a finding that matters only where the function that is being translated takes part in a proof.</summary>
    public void AddIfProved(Finding finding)
    {
        if (current is not null)
        {
            unprovable.Add((current, finding));
        }
    }

    /// <summary>Complains about a function without terms before anything is said about its arguments.</summary>
    public void RequireCallable(ISymbol member, IOperation at)
    {
        if (IsElsewhere(member))
        {
            Callable.RequireElsewhere(member, at.Syntax.GetLocation());
        }
        else
        {
            Callable.RequireHere(member, at.Syntax.GetLocation());
        }
    }

    /// <summary>A member is called: see to its terms, here or elsewhere.</summary>
    public void Require(ISymbol member, IOperation at, bool isBase)
    {
        var definition = member.OriginalDefinition;
        var location = at.Syntax.GetLocation();
        var declaring = Members.DeclaringType(definition);
        RequireCallable(member, at);
        if (IsElsewhere(member))
        {
            return;
        }

        if (current is not null && (isBase || !definition.IsAbstract))
        {
            calls.Add(current, definition, location);
        }

        if (definition.IsAbstract)
        {
            return;
        }

        if (!followsOtherRoots && !IsOwn(declaring) && Roots.IsRoot(declaring))
        {
            foreign.Enqueue(definition);
            return;
        }

        Enqueue(definition);
    }

    /// <summary>The parameter of an extension block.</summary>
    public IParameterSymbol ExtensionParameter(INamedTypeSymbol block, IOperation at) =>
        ExtensionBlocks.Parameter(block, Compilation, cancellation)
        ?? throw new UntranslatableException(new Finding(Descriptors.Call, at.Syntax.GetLocation(), block.ToDisplayString(), "Call extension blocks of other assemblies as static methods."));

    public SemanticModel ModelOf(SyntaxNode syntax) => SemanticModels.Of(syntax, Compilation);

    private static IEnumerable<INamedTypeSymbol> NestedTypes(INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(t => new[] { t }.Concat(NestedTypes(t)));

    private bool IsElsewhere(ISymbol member) => !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, Compilation.Assembly);

    private bool IsOwn(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, root);

    private void Enqueue(ISymbol member)
    {
        if (reached.Add(member))
        {
            pending.Enqueue(member);
        }
    }

    /// <summary>Members of other roots that are called are looked into as well: to report, not to write.</summary>
    private void LookIntoOtherRoots(HashSet<ISymbol> required, int requiredForeign)
    {
        if (foreign.Count == 0)
        {
            return;
        }

        // What failed in silence because nothing required it has to speak up if another root's member requires it.
        reached = required;
        Types = new TypeNames(new ShapeCollector(Compilation.Assembly, root));
        followsOtherRoots = true;
        for (var i = 0; foreign.Count > 0; i++)
        {
            Enqueue(foreign.Dequeue());
            Drain(reports: i < requiredForeign);
        }
    }

    private void Drain(bool reports)
    {
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            current = pending.Dequeue();
            if (Guard(current, () => FunctionDeclaration.Of(this, current, cancellation), reports) is { } function)
            {
                functions.Add(function);
            }

            current = null;
        }
    }

    /// <summary>An exception that escaped would drop every generated file, with a mere warning.</summary>
    private Node? Guard(ISymbol member, Func<Node?> translate, bool reports)
    {
        try
        {
            return translate();
        }
        catch (UntranslatableException exception)
        {
            if (reports)
            {
                findings.Add(exception.Finding);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.Add(new Finding(Descriptors.InternalError, member.Locations[0], member.Name, exception.GetType().Name + " " + exception.Message + " " + Documentation.OneLine(exception.StackTrace ?? string.Empty)));
        }

        return null;
    }
}
