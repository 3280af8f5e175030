using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>A service that has written a line to its log is healthy. Whole lines count: half a line may hold half a port.</summary>
/// <param name="health">The line.</param>
/// <param name="log">The log's path.</param>
/// <param name="from">Where this start's part of it begins, in bytes.</param>
internal sealed class LogProbe(LogHealth health, string log, long from) : IHealthProbe
{
    private const int MostRead = 1 << 20;
    private const int LongestLine = 1 << 16;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly Regex _pattern = new(health.Pattern, RegexOptions.CultureInvariant, s_patience);
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _rest = new();
    private long _at = from;

    /// <inheritdoc />
    public async Task<HealthLook> LookAsync(CancellationToken cancel)
    {
        _rest.Append(await ReadOnAsync(cancel));
        try
        {
            return TakeLines().Select(line => _pattern.Match(line)).FirstOrDefault(match => match.Success) is { } match
                ? Healthy(match)
                : HealthLook.Unhealthy($"no line of its log matches '{health.Pattern}'");
        }
        catch (RegexMatchTimeoutException)
        {
            return HealthLook.Unhealthy($"'{health.Pattern}' could not be matched within {s_patience.TotalSeconds:0} s");
        }
    }

    private async Task<string> ReadOnAsync(CancellationToken cancel)
    {
        await using var stream = new FileStream(log, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(_at, SeekOrigin.Begin);
        var bytes = new byte[(int)Math.Clamp(stream.Length - _at, 0, MostRead)];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        _at += read;
        var characters = new char[_decoder.GetCharCount(bytes, 0, read)];
        return new string(characters, 0, _decoder.GetChars(bytes, 0, read, characters, 0));
    }

    private string[] TakeLines()
    {
        var lines = _rest.ToString().Split('\n');
        _rest.Clear();
        if (lines[^1].Length <= LongestLine)
        {
            _rest.Append(lines[^1]);
        }
        return [.. lines[..^1].Select(line => line.TrimEnd('\r'))];
    }

    private HealthLook Healthy(Match match)
    {
        var told = health
            .Groups.Where(group => match.Groups[group].Success)
            .ToDictionary(group => group, group => match.Groups[group].Value);
        return !health.TellsPort || IsPort(told.GetValueOrDefault(LogHealth.PortGroup))
            ? new HealthLook(IsHealthy: true, "its log said so", told)
            : HealthLook.Unhealthy($"its log tells the port '{told.GetValueOrDefault(LogHealth.PortGroup)}', which is none");
    }

    private static bool IsPort(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535;
}
