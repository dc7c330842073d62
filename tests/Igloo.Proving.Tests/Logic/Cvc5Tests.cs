using Igloo.Proving.Logic;
using static Igloo.Proving.Logic.Fol;

namespace Igloo.Proving.Tests.Logic;

public sealed class Cvc5Tests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static Cvc5 Installed()
    {
        var cvc5 = Cvc5.Find();
        Assert.SkipWhen(cvc5 is null, "cvc5 is not installed.");
        return cvc5!;
    }

    [Fact]
    public void Cvc5_never_contradicts_z3_on_random_queries()
    {
        var cvc5 = Installed();
        var agreed = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var query = new SatisfiabilityQuery([new RandomFormulas(seed).Formula(4), new RandomFormulas(seed + 500).Formula(4)]);
            var result = query.Check(new() { ResourceLimit = 1_000_000 }, TestContext.Current.CancellationToken);
            var check = cvc5.Check(query, result, Limit, 20_000, TestContext.Current.CancellationToken);
            Assert.False(check is CrossCheck.Disagree or CrossCheck.Crashed, $"seed {seed}: {check}\n{query.ToSmtLib()}");
            if (check is CrossCheck.Agree) agreed++;
        }

        Assert.True(agreed > 20, $"only {agreed} agreed");
    }

    [Fact]
    public void Disagreement_is_reported_when_the_result_is_wrong()
    {
        var cvc5 = Installed();
        var p = Apply(FunctionSymbol.Constant("p", Sort.Bool));
        var unsatisfiable = new SatisfiabilityQuery([False]).Check(cancellationToken: TestContext.Current.CancellationToken);
        var check = cvc5.Check(new SatisfiabilityQuery([p]), unsatisfiable, Limit, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(("unsat", "sat"), Assert.IsType<CrossCheck.Disagree>(check) is var disagree ? (disagree.Expected, disagree.Found) : default);
    }

    [Fact]
    public void Cvc5_is_killed_when_time_is_up()
    {
        var cvc5 = Installed();
        var x = Apply(FunctionSymbol.Constant("x", Sort.Int));
        var y = Apply(FunctionSymbol.Constant("y", Sort.Int));
        var z = Apply(FunctionSymbol.Constant("z", Sort.Int));
        var query = new SatisfiabilityQuery([Equal(Add(Multiply(x, x, x), Multiply(y, y, y), Multiply(z, z, z)), Integer(114))]);
        var any = new SatisfiabilityQuery([False]).Check(cancellationToken: TestContext.Current.CancellationToken);
        Assert.IsType<CrossCheck.Undetermined>(cvc5.Check(query, any, TimeSpan.FromMilliseconds(300), cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Absence_is_a_case_of_its_own()
    {
        Assert.Null(Cvc5.Find(Path.GetTempPath()));
        Assert.Null(Cvc5.Find(""));
    }

    [Fact]
    public void Program_that_is_no_solver_counts_as_crashed()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("needs a shell script");
        var folder = Directory.CreateTempSubdirectory();
        var fake = Path.Combine(folder.FullName, "cvc5");
        File.WriteAllText(fake, "#!/bin/sh\necho 'Segmentation fault' >&2\nexit 139\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fake, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var query = new SatisfiabilityQuery([False]);
        var check = Cvc5.Find(folder.FullName)!.Check(query, query.Check(cancellationToken: TestContext.Current.CancellationToken), Limit, cancellationToken: TestContext.Current.CancellationToken);
        folder.Delete(true);
        Assert.Contains("139", Assert.IsType<CrossCheck.Crashed>(check).Report);
    }
}
