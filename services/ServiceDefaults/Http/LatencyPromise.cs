namespace ServiceDefaults.Http;

/// <summary>How long an operation may take (services.md, "Latency that must hold"): part of the contract, as its extension <c>x-threshold-ms</c>.</summary>
/// <param name="Milliseconds">95 of 100 calls of a warm service take less.</param>
public sealed record LatencyPromise(int Milliseconds)
{
    /// <summary>The name of the extension.</summary>
    public const string Extension = "x-threshold-ms";

    /// <summary>What holds for an operation that promises nothing else.</summary>
    public static LatencyPromise Default(string method) => new(HttpMethods.IsGet(method) ? 100 : 250);
}
