using Community.Web.Tests.Browser;
using Community.Web.Tests.Gate;
using Community.Web.Tests.Leaks;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Community.Web.Tests.LongestFirst))]

namespace Community.Web.Tests;

/// <summary>Begins with what takes longest, one test after the other: else the last of them runs alone, and half of the machine waits.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] Long = [nameof(Walks), nameof(GateVillage), nameof(AllPages), nameof(LeakVillage)];

    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections) where T : ITestCollection =>
        [.. testCollections.OrderBy(one => Array.IndexOf(Long, one.TestCollectionDisplayName) is var at && at < 0 ? Long.Length : at)];
}
