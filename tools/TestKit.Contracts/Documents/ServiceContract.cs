using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.TestKit.Session;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The contract of a service, from where the manifest says that it is.</summary>
/// <param name="Level">What comes of an exchange that breaks it.</param>
/// <param name="Path">Where the service itself answers it; null when a file has it.</param>
/// <param name="Read">
/// Gives it; null when the service has none: the manifest names none, and none is where ASP.NET Core would give it.
/// Throws <see cref="HttpRequestException"/>, <see cref="IOException"/> or <see cref="JsonException"/> when the one that the manifest names can't be had.
/// </param>
internal sealed record ServiceContract(GateLevel Level, string? Path, Func<Task<ApiDocument?>> Read)
{
    private static readonly ConcurrentDictionary<string, ServiceContract> s_known = new();

    /// <summary>That of a service of the run.</summary>
    public static ServiceContract Of(string service) =>
        s_known.GetOrAdd(
            service,
            name =>
                Named(
                    name,
                    RunningServices.TryFind(name) is { } state ? Of(state) : Undeclared(() => RunningServices.Url(name), GateLevel.Error)
                )
        );

    /// <summary>The same of a service that may answer a page in its place, hang or be gone.</summary>
    public static async Task<ApiDocument?> TryReadAsync(string service)
    {
        try
        {
            return await Of(service).Read();
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or TaskCanceledException or JsonException or IOException)
        {
            return null;
        }
    }

    private static ServiceContract Named(string service, ServiceContract contract) =>
        contract with
        {
            Read = async () =>
            {
                var document = await contract.Read();
                document?.Service = service;
                return document;
            },
        };

    private static ServiceContract Of(ServiceState service) =>
        service switch
        {
            { Url: null } => new(service.Gates.Contracts, Path: null, () => Task.FromResult<ApiDocument?>(null)), // nobody calls it
            { OpenApi: null } => Undeclared(() => RunningServices.Url(service.Name), service.Gates.Contracts),
            { OpenApi: ['/', ..] path } => new(
                service.Gates.Contracts,
                path,
                async () => await ApiDocument.OfAsync(RunningServices.Url(service.Name), path)
            ),
            { OpenApi: { } file } => new(service.Gates.Contracts, Path: null, Once(() => ReadFileAsync(new Uri(file).LocalPath))),
        };

    // Whatever else it answers there, it was never said that it has a contract.
    private static ServiceContract Undeclared(Func<Uri> service, GateLevel level) =>
        new(
            level,
            ApiDocument.Path,
            Once(async () =>
            {
                try
                {
                    return await ApiDocument.OfAsync(service());
                }
                catch (Exception e) when (e is HttpRequestException { StatusCode: not null } or JsonException)
                {
                    return null;
                }
            })
        );

    private static async Task<ApiDocument?> ReadFileAsync(string file) =>
        await ApiDocument.ReadAsync(
            await File.ReadAllTextAsync(file),
            new Uri(file),
            async other => other is { IsFile: true, IsUnc: false } ? await File.ReadAllTextAsync(other.LocalPath) : null
        );

    // Each exchange asks. What failed is tried anew by the next who does.
    private static Func<Task<ApiDocument?>> Once(Func<Task<ApiDocument?>> read)
    {
        var (gate, known) = (new Lock(), (Task<ApiDocument?>?)null);
        return () =>
        {
            lock (gate)
            {
                return known = known is null or { IsFaulted: true } or { IsCanceled: true } ? read() : known;
            }
        };
    }
}
