using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ingestion.Reading;

/// <summary>How a number of a list is written (ECMA-376, 17.18.59). A format that is not here is written in digits.</summary>
internal static class NumberFormats
{
    private static readonly (int Value, string Numeral)[] Numerals =
    [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];

    private static readonly Dictionary<W.NumberFormatValues, Func<int, string>> Writers = new()
    {
        [W.NumberFormatValues.UpperRoman] = Roman,
        [W.NumberFormatValues.LowerRoman] = number => Roman(number).ToLowerInvariant(),
        [W.NumberFormatValues.UpperLetter] = Letters,
        [W.NumberFormatValues.LowerLetter] = number => Letters(number).ToLowerInvariant(),
        [W.NumberFormatValues.DecimalZero] = number => number.ToString("00", CultureInfo.InvariantCulture),
        [W.NumberFormatValues.None] = _ => "",
        [W.NumberFormatValues.Bullet] = _ => "",
    };

    /// <summary>A number in a format.</summary>
    public static string Write(int number, W.NumberFormatValues format) =>
        Writers.TryGetValue(format, out var write) ? write(number) : number.ToString(CultureInfo.InvariantCulture);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var text = "";
        foreach (var (value, numeral) in Numerals)
        {
            while (number >= value)
            {
                text += numeral;
                number -= value;
            }
        }

        return text;
    }

    /// <summary>A to Z, then AA, BB and so on: Word doubles the letter.</summary>
    private static string Letters(int number) =>
        number is < 1 or > 780
            ? number.ToString(CultureInfo.InvariantCulture)
            : new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1);
}
