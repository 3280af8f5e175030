using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Checks;

namespace Pipeline.Contracts.Foreign;

/// <summary>Documents of public APIs, which nobody here wrote: they are named by <see cref="Variable"/>, and no part of this repository.</summary>
[TestClass]
public sealed class PublicDocumentTests
{
    /// <summary>A folder of OpenAPI documents; those of other things in it are passed over.</summary>
    private const string Variable = "OPENAPI_DOCUMENTS";

    private static readonly string? s_folder = Environment.GetEnvironmentVariable(Variable);

    public required TestContext TestContext { get; set; }

    public static IEnumerable<string> Files =>
        s_folder is null
            ? [""]
            : Directory
                .EnumerateFiles(s_folder, "*", SearchOption.AllDirectories)
                .Where(file =>
                    Path.GetExtension(file) is ".json" or ".yaml" or ".yml"
                    && File.ReadLines(file).Take(40).Any(line => line.Contains("openapi", StringComparison.Ordinal))
                )
                .Order(StringComparer.Ordinal);

    [TestMethod]
    [DynamicData(nameof(Files))]
    public async Task Every_operation_is_judged_or_named_and_one_that_keeps_its_document_passes(string file)
    {
        if (file.Length == 0)
        {
            Assert.Inconclusive($"{Variable} names no folder of OpenAPI documents.");
        }

        var document = await ApiDocument.ReadAsync(
            await File.ReadAllTextAsync(file),
            new Uri(file),
            async other => await File.ReadAllTextAsync(other.LocalPath)
        );
        document.Service = file;
        foreach (var scheme in Schemes(document))
        {
            Credentials.Use(file, scheme, DocumentStub.Credential);
        }

        var promises = ContractChecks.Of(document).ToList();
        var left = ContractChecks.LeftOut(document).ToList();
        var judged = promises.Select(each => each.Operation).Distinct().Count();
        Assert.AreEqual(document.Operations.Count + document.Unread.Count(), judged + left.Count);
        TestContext.WriteLine($"COUNT {judged} judged, {left.Count} left out: {file}");
        left.ForEach(each => TestContext.WriteLine($"LEFT {each.Operation}: {each.Why}"));
        Assert.AreEqual("", string.Join("\n\n", (await FailuresAsync(document, promises)).Take(5)));
    }

    /// <summary>Who documents a 404 and no 400 has no answer for an input that is not valid.</summary>
    private static bool SaysHowItRefuses(ApiDocument document, string name) =>
        document.Operations.First(operation => $"{operation}" == name).Response(400) is not null;

    private static IEnumerable<string> Schemes(ApiDocument document) =>
        document.Root.TryGetProperty("components", out var components) && components.TryGetProperty("securitySchemes", out var schemes)
            ? schemes.EnumerateObject().Select(scheme => scheme.Name)
            : [];

    private async Task<List<string>> FailuresAsync(ApiDocument document, List<(string Operation, string Promise)> promises)
    {
        var failures = new List<string>();
        for (var seed = 1ul; seed <= 3; seed++)
        {
            foreach (var (operation, promise) in promises.Where(each => SaysHowItRefuses(document, each.Operation)))
            {
                using var client = new HttpClient(new DocumentStub(document, StubFault.None)) { BaseAddress = new Uri("http://public/") };
                var service = new ApiService("public", document, client);
                failures.AddRange(
                    await ContractChecks.FailureAsync([service], service.Name, operation, promise, seed, TestContext.CancellationToken)
                        is { } failure
                        ? [failure]
                        : []
                );
            }
        }

        return failures;
    }
}
