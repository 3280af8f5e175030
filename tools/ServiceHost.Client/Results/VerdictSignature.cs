using System.Security.Cryptography;
using System.Text;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>The signature of a verdict: HMAC-SHA-256 (RFC 2104) of the file's bytes, in hexadecimal, in a file beside it.</summary>
internal static class VerdictSignature
{
    private const int Largest = 4096;

    /// <summary>The path of a verdict's signature.</summary>
    public static string FileOf(string verdict) => verdict + ".sig";

    /// <summary>The signature of a content.</summary>
    public static string Of(byte[] content, string key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), content));

    /// <summary>Refuses a verdict that the key did not sign; without a key, none.</summary>
    /// <exception cref="SuiteException">SUITE715.</exception>
    public static void Require(string verdict, byte[] content, string? key)
    {
        if (key is { Length: > 0 } && !CryptographicOperations.FixedTimeEquals(Bytes(Of(content, key)), Bytes(Read(FileOf(verdict)))))
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.VerdictNotSigned,
                    $"The verdict '{verdict}' has no signature by the key of {VerdictFile.KeyVariable}. Set the same key where IntegrationTest runs, and bring {Path.GetFileName(FileOf(verdict))} along with the verdict.",
                    File: verdict
                )
            );
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Read(string file) => File.Exists(file) ? Encoding.UTF8.GetString(BoundedFile.Read(file, Largest)).Trim() : "";
}
