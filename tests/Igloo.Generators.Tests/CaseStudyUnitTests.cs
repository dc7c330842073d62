using System.Reflection;
using Igloo.Models;
using Igloo.Terms;

namespace Igloo.Generators.Tests;

/// <summary>The units of real models are read back without residue.</summary>
public sealed class CaseStudyUnitTests
{
    public static TheoryData<string> Assemblies => new(typeof(EventSystem).Assembly.GetName().Name!, "LockServer", "LeaderElection");

    [Theory, MemberData(nameof(Assemblies))]
    public void Every_declaration_is_readable(string assembly)
    {
        foreach (var model in TermRegistry.Models(Assembly.Load(assembly)))
        {
            var arguments = model.GetGenericArguments();
            var type = arguments.Length == 0 ? model : model.MakeGenericType(arguments.Select(Argument).ToArray());
            Assert.NotNull(TermRegistry.FindShape(type));
            foreach (var function in TermRegistry.Declared(type))
            {
                Assert.True(function.Body is not null || function.Role is FunctionRole.Symbol or FunctionRole.Auxiliary or FunctionRole.Next or FunctionRole.Initial, function.Key);
            }
        }
    }

    [Theory, MemberData(nameof(Assemblies))]
    public void Every_model_class_and_theory_is_declared(string assembly)
    {
        var loaded = Assembly.Load(assembly);
        var expected = loaded.GetTypes().Where(t =>
            (t.IsInterface && t != typeof(Theories.ITheory) && typeof(Theories.ITheory).IsAssignableFrom(t))
            || (t.IsClass && new[] { typeof(EventSystem), typeof(Refinement), typeof(Equality) }.Any(b => t != b && b.IsAssignableFrom(t))));
        Assert.Equal(expected.Select(t => t.FullName).Order(), TermRegistry.Models(loaded).Select(t => t.FullName).Order());
    }

    [Fact]
    public void Summaries_are_read_from_projects_without_documentation_files()
    {
        var shape = (TypeShape.Class)TermRegistry.Shape(typeof(LockServer.Mutex));
        Assert.Equal("The abstract model: a lock that at most one client holds.", shape.Summary);
    }

    // Reference types and types that no shape is asked of do for reading.
    private static Type Argument(Type parameter) => typeof(LockServer.Mutex.State);
}
