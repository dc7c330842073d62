[assembly: AssemblyFixture(typeof(Igloo.Packages.Tests.PackageFeed))]
