using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A number as JSON writes it (RFC 8259, 6), of any size and exact: digits without zeros at their end, times a power of ten.</summary>
internal readonly record struct ExactNumber(BigInteger Digits, BigInteger Exponent)
{
    private static readonly BigInteger s_ten = 10;

    /// <summary>A number of a document; null for another value.</summary>
    public static ExactNumber? Of(JsonElement value) => value.ValueKind == JsonValueKind.Number ? Parse(value.GetRawText()) : null;

    public bool IsInteger => Exponent.Sign >= 0;

    /// <summary>Whether it is a whole number of times another one; without writing out the zeros of either.</summary>
    public bool IsMultipleOf(ExactNumber factor)
    {
        var zeros = Exponent - factor.Exponent;
        return Digits.IsZero
            || (
                !factor.Digits.IsZero
                && zeros.Sign >= 0
                && (Digits * BigInteger.ModPow(s_ten, zeros, BigInteger.Abs(factor.Digits)) % factor.Digits).IsZero
            );
    }

    /// <summary>Below 0: less than the other one; 0: the same number.</summary>
    public int Order(ExactNumber other)
    {
        if (Digits.Sign != other.Digits.Sign || Digits.IsZero)
        {
            return Digits.Sign.CompareTo(other.Digits.Sign);
        }

        var (mine, others) = (Exponent + Length, other.Exponent + other.Length);
        if (mine != others)
        {
            return mine > others ? Digits.Sign : -Digits.Sign;
        }

        // Of the same length, so that the zeros are no more than the digits that are there.
        var least = BigInteger.Min(Exponent, other.Exponent);
        return (Digits * BigInteger.Pow(s_ten, (int)(Exponent - least))).CompareTo(
            other.Digits * BigInteger.Pow(s_ten, (int)(other.Exponent - least))
        );
    }

    private int Length => BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).Length;

    private static ExactNumber Parse(string text)
    {
        var parts = text.Split('e', 'E');
        var (whole, point) = (parts[0], parts[0].IndexOf('.', StringComparison.Ordinal));
        var places = point < 0 ? 0 : whole.Length - point - 1;
        var digits = whole.Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        var zeros = whole.Length - (point < 0 ? 0 : 1) - digits.Length;
        var power = parts.Length > 1 ? BigInteger.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        return digits is "" or "-"
            ? default
            : new(BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), power + zeros - places);
    }
}
