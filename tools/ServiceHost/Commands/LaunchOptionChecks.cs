using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>Refuses launch options that can't be meant.</summary>
internal static class LaunchOptionChecks
{
    /// <summary>Checks them.</summary>
    /// <exception cref="SuiteException">Every mistake.</exception>
    public static void Run(LaunchOptions options)
    {
        var mistakes = Mistakes(options).Select(mistake => new SuiteError(ErrorCodes.BadOption, mistake)).ToList();
        if (mistakes.Count > 0)
        {
            throw new SuiteException(mistakes);
        }
    }

    /// <summary>Checks that they name services of the manifest only.</summary>
    /// <exception cref="SuiteException">Every name that is not there.</exception>
    public static void Run(LaunchOptions options, ServiceManifest manifest)
    {
        var known = manifest.Services.Select(service => service.Name).ToList();
        var unknown = options.ServiceUrls.Keys.Concat(options.Staged.Keys).Except(known).ToList();
        if (unknown.Count > 0)
        {
            throw new SuiteException([
                .. unknown.Select(name => new SuiteError(
                    ErrorCodes.UnknownService,
                    $"Service '{name}' is not in the manifest. Known are {NameList.Of(known)}.",
                    File: manifest.File
                )),
            ]);
        }
    }

    private static string? GateMistake(IReadOnlyDictionary<string, string> gates)
    {
        try
        {
            new GateLevels().With(gates);
            return null;
        }
        catch (FormatException e)
        {
            return $"The list of gates {e.Message}.";
        }
    }

    private static IEnumerable<string> Mistakes(LaunchOptions options)
    {
        if (options.StartTimeout is not (> 0 and <= 3600))
        {
            yield return $"The start timeout must be above 0 and up to 3600 seconds, not {options.StartTimeout}.";
        }
        if (options.StopTimeout is not (> 0 and <= 3600))
        {
            yield return $"The stop timeout must be above 0 and up to 3600 seconds, not {options.StopTimeout}.";
        }
        if (GateMistake(options.Gates) is { } mistake)
        {
            yield return mistake;
        }
        foreach (var (service, url) in options.ServiceUrls)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                yield return $"The address '{url}' of service '{service}' must begin with http:// or https://.";
            }
        }
    }
}
