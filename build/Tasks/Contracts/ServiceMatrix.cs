namespace IntegrationSuite.Tasks.Contracts;

/// <summary>What TestKit writes to <c>results/contracts.&lt;Project&gt;.json</c>.</summary>
internal sealed record ContractResults(IReadOnlyList<ServiceMatrix> Services);

/// <summary>A service's answers: what its contract documents, seen or not, and what was seen besides.</summary>
internal sealed record ServiceMatrix(string Service, IReadOnlyList<CountedAnswer> Documented, IReadOnlyList<CountedAnswer> Undocumented)
{
    public IReadOnlyList<CountedAnswer> NotExercised => [.. Documented.Where(answer => answer.Count == 0)];

    public bool IsWhole => NotExercised.Count == 0 && Undocumented.Count == 0;

    /// <summary>Joins what several test projects saw of one service.</summary>
    public static ServiceMatrix Join(IGrouping<string, ServiceMatrix> parts) =>
        new(parts.Key, Sum(parts.SelectMany(part => part.Documented)), Sum(parts.SelectMany(part => part.Undocumented)));

    private static List<CountedAnswer> Sum(IEnumerable<CountedAnswer> answers) =>
        [.. answers.GroupBy(answer => (answer.Operation, answer.Status), (pair, same) => new CountedAnswer(pair.Operation, pair.Status, same.Sum(answer => answer.Count)))];
}

/// <summary>How often tests saw an operation (<c>GET /orders/{id}</c>) answer with a status.</summary>
internal sealed record CountedAnswer(string Operation, int Status, int Count)
{
    public override string ToString() => $"{Operation} {Status}";
}
