using System.Text.RegularExpressions;

namespace IntegrationSuite.Report.Traces;

/// <summary>Names requests by their operation, as <c>GET /orders/{id}</c>: by the services' contracts, or else by what looks like an id in the path.</summary>
internal sealed partial class OperationNames
{
    private const int LongestName = 200;
    private const int MostKept = 20_000;

    private readonly ILookup<(string Method, int Parts), string[]> _documented;
    private readonly Dictionary<(string, string), string> _kept = [];

    /// <summary>Takes the operations of the contracts.</summary>
    public OperationNames(IEnumerable<string> operations) =>
        _documented = operations
            .Distinct()
            .Select(operation => operation.Split(' ', 2))
            .Where(words => words.Length == 2)
            .Select(words => (Method: words[0], Parts: words[1].Split('/')))
            .OrderBy(operation => operation.Parts.Count(IsParameter)) // /orders/new before /orders/{id}
            .ToLookup(operation => (operation.Method, operation.Parts.Length), operation => operation.Parts);

    /// <summary>Names one.</summary>
    /// <param name="method">As <c>GET</c>.</param>
    /// <param name="path">With its query or without, also a whole address.</param>
    public string Of(string method, string path)
    {
        if (_kept.TryGetValue((method, path), out var known))
        {
            return known;
        }

        var name = Find(method, PathOf(path));
        if (_kept.Count < MostKept)
        {
            _kept[(method, path)] = name;
        }

        return name;
    }

    private string Find(string method, string path)
    {
        var parts = path.Split('/');
        var found = _documented[(method, parts.Length)].FirstOrDefault(each => Matches(each, parts));
        var name = $"{method} {string.Join('/', found ?? [.. parts.Select(part => Id().IsMatch(part) ? "{id}" : part)])}";
        return name.Length <= LongestName ? name : name[..LongestName] + "…";
    }

    private static string PathOf(string path)
    {
        var local = Uri.TryCreate(path, UriKind.Absolute, out var whole) && !whole.IsFile ? whole.AbsolutePath : path;
        return local.Split('?', 2)[0];
    }

    private static bool Matches(string[] documented, string[] parts) =>
        documented.Zip(parts).All(pair => IsParameter(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second);

    private static bool IsParameter(string part) => part.StartsWith('{');

    // A number, a UUID, a hash.
    [GeneratedRegex(@"^(\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-fA-F]{16,})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
