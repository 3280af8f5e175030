namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>What TestKit writes to <c>results/contracts.&lt;Project&gt;.json</c>.</summary>
/// <param name="Services">What it saw of each service.</param>
internal sealed record ContractResults(IReadOnlyList<ServiceMatrix> Services);

/// <summary>A service's answers: what its contract documents, seen or not, and what was seen besides; and the rules that it has for inputs.</summary>
internal sealed record ServiceMatrix(
    string Service,
    IReadOnlyList<CountedAnswer> Documented,
    IReadOnlyList<CountedAnswer> Undocumented,
    IReadOnlyList<CountedKeyword> Keywords
)
{
    public IReadOnlyList<CountedAnswer> NotExercised => [.. Documented.Where(answer => answer.Count == 0)];

    /// <summary>What was not seen of a rule: an input that kept it accepted, or one that broke it refused.</summary>
    public IReadOnlyList<string> NotProved =>
        [
            .. Keywords.Where(keyword => keyword.Accepted == 0).Select(keyword => $"{keyword} was never accepted"),
            .. Keywords.Where(keyword => keyword.Refused == 0).Select(keyword => $"{keyword} was never refused"),
        ];

    public bool IsWhole => NotExercised.Count == 0 && Undocumented.Count == 0 && NotProved.Count == 0;

    /// <summary>Joins what several test projects saw of one service.</summary>
    public static ServiceMatrix Join(IGrouping<string, ServiceMatrix> parts) =>
        new(
            parts.Key,
            Sum(parts.SelectMany(part => part.Documented)),
            Sum(parts.SelectMany(part => part.Undocumented)),
            Sum(parts.SelectMany(part => part.Keywords))
        );

    private static List<CountedAnswer> Sum(IEnumerable<CountedAnswer> answers) =>
        [
            .. answers.GroupBy(
                answer => (answer.Operation, answer.Status),
                (pair, same) => new CountedAnswer(pair.Operation, pair.Status, same.Sum(answer => answer.Count))
            ),
        ];

    private static List<CountedKeyword> Sum(IEnumerable<CountedKeyword> keywords) =>
        [
            .. keywords.GroupBy(
                keyword => keyword with { Accepted = 0, Refused = 0 },
                (rule, same) =>
                    rule with
                    {
                        Accepted = same.Sum(keyword => keyword.Accepted),
                        Refused = same.Sum(keyword => keyword.Refused),
                    }
            ),
        ];
}

/// <summary>How often tests saw an operation (<c>GET /orders/{id}</c>) answer with a status.</summary>
internal sealed record CountedAnswer(string Operation, int Status, int Count)
{
    public override string ToString() => $"{Operation} {Status}";
}

/// <summary>How often tests saw a keyword (<c>maxLength</c>) at a place of an operation's input (<c>body.title</c>) kept by a request that was accepted, and broken, it alone, by one that was refused.</summary>
internal sealed record CountedKeyword(string Operation, string Place, string Keyword, int Accepted, int Refused)
{
    public override string ToString() => $"{Operation} {Place} {Keyword}";
}
