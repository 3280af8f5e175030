using IntegrationSuite.Report.Records;

namespace IntegrationSuite.Report.Sections;

/// <summary>A service's migrations, and what was proved of each.</summary>
internal sealed record MigrationSection(string Service, IReadOnlyList<MigrationSection.File> Files)
{
    /// <summary>Makes it for each service whose migrations were put to the proofs.</summary>
    public static IReadOnlyList<MigrationSection> Of(RunRecords records) =>
        [
            .. records
                .Projects.SelectMany(project => project.Tests)
                .Select((test, index) => (name: ProofName.Match(test.Name), proof: new Proof("", test.Outcome[..1], index)))
                .Where(each => each.name is not null)
                .GroupBy(each => each.name!.Service)
                .Select(service => new MigrationSection(
                    service.Key,
                    [
                        .. service
                            .GroupBy(each => each.name!.File)
                            .Select(file => new File(file.Key, [.. file.Select(each => each.proof with { Rule = each.name!.Rule })])),
                    ]
                )),
        ];

    /// <summary>A migration's file.</summary>
    internal sealed record File(string Name, IReadOnlyList<Proof> Proofs);

    /// <summary>A rule, how its test ended (<c>p</c>, <c>f</c>, <c>s</c>), and the place of that test.</summary>
    internal sealed record Proof(string Rule, string Outcome, int Test);
}
