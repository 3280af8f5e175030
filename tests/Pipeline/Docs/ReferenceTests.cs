using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IntegrationSuite.Migrations;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Docs;

/// <summary>What there is stands in the docs, and the docs name nothing that there is not.</summary>
[TestClass]
public sealed partial class ReferenceTests
{
    private static string Root => BuiltWith.Repository;

    private static IReadOnlyList<string> MsBuildFiles =>
        [
            .. Directory.EnumerateFiles(Path.Combine(Root, "build"), "*.targets"),
            .. Directory.EnumerateFiles(Path.Combine(Root, "build"), "*.props"),
            Path.Combine(Root, "Directory.Solution.targets"),
        ];

    private static IReadOnlyList<string> Docs =>
        [Path.Combine(Root, "README.md"), .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)];

    private static HashSet<string> Codes =>
        [
            .. new[] { typeof(ErrorCodes), typeof(MigrationCodes) }
                .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
                .Select(code => (string)code.GetRawConstantValue()!),
            .. MsBuildFiles.SelectMany(file => ErrorCode().Matches(File.ReadAllText(file))).Select(match => match.Value),
        ];

    private static HashSet<string> Targets => [.. Elements("Target").Select(target => (string)target.Attribute("Name")!).Where(IsPublic)];

    private static HashSet<string> Properties =>
        [.. MsBuildFiles.SelectMany(file => OwnProperty().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value)];

    [TestMethod]
    public void Every_error_code_has_a_row_of_its_own() =>
        AssertSame(Codes, ErrorRow().Matches(ReadDoc("docs", "errors.md")).Select(row => row.Groups["code"].Value));

    [TestMethod]
    public void No_doc_names_a_code_that_there_is_not() => AssertAllKnown(Codes, ErrorCode(), "");

    [TestMethod]
    public void Every_target_that_a_person_calls_is_in_the_docs() =>
        AssertNone(Targets.Where(target => !Docs.Any(doc => Regex.IsMatch(File.ReadAllText(doc), $@"\b{target}\b"))));

    [TestMethod]
    public void No_doc_calls_a_target_that_there_is_not() => AssertAllKnown([.. Targets, "Restore", "Build"], CalledTarget(), "name");

    [TestMethod]
    public void Every_property_that_a_person_sets_is_in_the_docs() =>
        AssertNone(Properties.Where(property => !Docs.Any(doc => Regex.IsMatch(File.ReadAllText(doc), $@"\b{property}\b"))));

    [TestMethod]
    public void No_doc_sets_a_property_of_ours_that_there_is_not() => AssertAllKnown(Properties, SetProperty(), "name");

    [TestMethod]
    public void Every_key_of_the_manifest_has_a_row_or_a_section()
    {
        var reference = ReadDoc("docs", "reference", "manifest.md");
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "tools", "ServiceHost", "services.schema.json")));
        var keys = Keys(schema.RootElement).Distinct().Where(key => key != "$schema").ToList();
        Assert.IsGreaterThan(40, keys.Count);
        AssertNone(keys.Where(key => !Regex.IsMatch(reference, $"[`\"]{Regex.Escape(key)}[`\"]")));
    }

    private static IEnumerable<string> Keys(JsonElement schema) =>
        schema.ValueKind switch
        {
            JsonValueKind.Object => schema
                .EnumerateObject()
                .SelectMany(member =>
                    member is { Name: "properties", Value.ValueKind: JsonValueKind.Object }
                        ? member.Value.EnumerateObject().SelectMany(key => Keys(key.Value).Prepend(key.Name))
                        : Keys(member.Value)
                ),
            JsonValueKind.Array => schema.EnumerateArray().SelectMany(Keys),
            _ => [],
        };

    private static IEnumerable<XElement> Elements(string name) => MsBuildFiles.SelectMany(file => XDocument.Load(file).Descendants(name));

    private static bool IsPublic(string name) => !name.StartsWith('_');

    private static string ReadDoc(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static void AssertAllKnown(HashSet<string> known, Regex naming, string part) =>
        AssertNone(
            from doc in Docs
            from match in naming.Matches(File.ReadAllText(doc))
            let name = part.Length == 0 ? match.Value : match.Groups[part].Value
            where !known.Contains(name)
            select $"{Path.GetRelativePath(Root, doc)}: {name}"
        );

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        CollectionAssert.AreEqual(expected.Distinct().Order().ToList(), actual.Order().ToList());

    private static void AssertNone(IEnumerable<string> wrong) => Assert.AreEqual("", string.Join(", ", wrong.Distinct().Order()));

    [GeneratedRegex(@"\bSUITE\d{3}\b")]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"^\| (?<code>SUITE\d{3}) \|", RegexOptions.Multiline)]
    private static partial Regex ErrorRow();

    [GeneratedRegex(@"-t:(?<name>[A-Z]\w+)")]
    private static partial Regex CalledTarget();

    // A property that is asked for.
    [GeneratedRegex(@"\$\((?<name>(?:IntegrationTest|RequireIntegrationTest|Coverage|Mutation|Service|Postgres)\w*)")]
    private static partial Regex OwnProperty();

    [GeneratedRegex(@"-p:(?<name>(?:IntegrationTest|RequireIntegrationTest|Coverage|Mutation|Service|Postgres)\w*)=")]
    private static partial Regex SetProperty();
}
