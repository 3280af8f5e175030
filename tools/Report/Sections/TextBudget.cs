namespace IntegrationSuite.Report.Sections;

/// <summary>Keeps the page small whatever tests and services write: each text is shortened, and once all is spent the rest is.</summary>
internal sealed class TextBudget(int characters)
{
    private const int LeastOfText = 120;
    private const int CostOfCall = 120;

    private int _left = characters;

    /// <summary>Only the beginning of each text is given now.</summary>
    public bool IsSpent => _left <= 0;

    /// <summary>The text, or its first part and an ellipsis.</summary>
    public string? Take(string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var length = Math.Min(text.Length, IsSpent ? Math.Min(most, LeastOfText) : most);
        _left -= length;
        return length == text.Length ? text : text[..length] + "…";
    }

    /// <summary>Counts a request of a trace.</summary>
    public FailureSection.Call Take(FailureSection.Call call)
    {
        _left -= CostOfCall;
        return call;
    }
}
