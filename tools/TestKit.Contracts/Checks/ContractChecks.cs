using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>What is checked of every operation of a contract, with inputs that are generated from it.</summary>
public static class ContractChecks
{
    private static readonly ICheck[] All =
    [
        new NoServerError(),
        new DocumentedStatus(),
        new DocumentedMediaType(),
        new DocumentedHeaders(),
        new DocumentedBody(),
        new SchemaRefusal(Mutation.Missing, "refuses an input that lacks something"),
        new SchemaRefusal(Mutation.Null, "refuses null where it has no meaning"),
        new SchemaRefusal(Mutation.WrongType, "refuses a value of the wrong type"),
        new SchemaRefusal(Mutation.OutOfBounds, "refuses a value out of bounds"),
        new SchemaRefusal(Mutation.UnknownMember, "refuses a member it does not know"),
        new MalformedJsonRefusal(),
        new WrongMediaTypeRefusal(),
        new OversizedRefusal(),
        new ValidAccepted(),
        new ExampleSucceeds(),
        new UnsupportedMethod(),
        new GoneAfterDelete(),
        new ThereAfterPost(),
        new LocationLeads(),
        new RepeatedPut(),
        new FailureChangesNothing(),
        new FailedPostLeavesNothing(),
        new UnprovedRefusal(),
        new WrongTypePathRefusal(),
        new DoubledMember(),
        new PagesMakeTheWhole(),
        new ConditionalRequests(),
    ];

    /// <summary>What each check finds out, as the end of a sentence about an operation.</summary>
    public static IEnumerable<string> Promises => All.Select(check => check.Promise);

    /// <summary>The operations that are left out, and why.</summary>
    public static IEnumerable<(string Operation, string Why)> LeftOut(ApiDocument document) =>
        from operation in document.Operations.Concat(document.Unread)
        let why = operation.WhyNot()
        where why.Length > 0
        select (operation.ToString(), why);

    /// <summary>What a contract promises: each of its operations that is not left out with each check that applies to it.</summary>
    public static IEnumerable<(string Operation, string Promise)> Of(ApiDocument document) =>
        from operation in document.Judged()
        from check in All
        where check.AppliesTo(document, operation)
        select (operation.ToString(), check.Promise);

    /// <summary>Checks a promise.</summary>
    /// <param name="system">All services: what an operation needs may be made by another one.</param>
    /// <param name="service">The name of the service.</param>
    /// <param name="operation">Its operation, such as <c>GET /books</c>.</param>
    /// <param name="promise">One of <see cref="Promises"/>.</param>
    /// <param name="seed">What inputs are generated from.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <returns>What was found, and how to see it again; null when the promise was kept.</returns>
    internal static Task<string?> FailureAsync(
        IReadOnlyList<ApiService> system,
        string service,
        string operation,
        string promise,
        ulong seed,
        CancellationToken cancel
    )
    {
        var subject = system.Single(each => each.Name == service);
        return new CheckRun(
            system,
            subject,
            subject.Document.Operations.Single(each => each.ToString() == operation),
            All.Single(check => check.Promise == promise),
            seed,
            cancel
        ).FailureAsync();
    }
}
