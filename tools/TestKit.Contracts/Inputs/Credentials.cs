using System.Collections.Concurrent;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>
/// What generated calls prove themselves with, by the security schemes of a service's contract. Give it before tests are discovered, in a module
/// initializer: an operation without it is left out.
/// </summary>
public static class Credentials
{
    private static readonly ConcurrentDictionary<(string Service, string Scheme), Func<Task<string>>> s_known = new();

    /// <summary>A token, an API key, or <c>user:password</c> of <c>basic</c>.</summary>
    /// <param name="service">The service's name in the manifest.</param>
    /// <param name="scheme">The scheme's name in <c>components/securitySchemes</c>.</param>
    /// <param name="value">What a caller has, without the word that the scheme puts before it.</param>
    public static void Use(string service, string scheme, string value) => s_known[(service, scheme)] = () => Task.FromResult(value);

    /// <summary>One that is asked for when the first call needs it, and once: the service runs by then.</summary>
    /// <inheritdoc cref="Use(string, string, string)"/>
    public static void Use(string service, string scheme, Func<Task<string>> value)
    {
        var asked = new Lazy<Task<string>>(value);
        s_known[(service, scheme)] = () => asked.Value;
    }

    internal static Func<Task<string>>? Find(string? service, string scheme) =>
        service is not null && s_known.TryGetValue((service, scheme), out var value) ? value : null;
}
