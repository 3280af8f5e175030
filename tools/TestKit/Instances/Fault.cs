namespace IntegrationSuite.TestKit.Instances;

/// <summary>How a <see cref="FaultyNeighbour"/> answers.</summary>
public enum Fault
{
    /// <summary>It takes the request and never answers.</summary>
    Silent,

    /// <summary>It begins its answer and never ends it.</summary>
    Stalled,

    /// <summary>It closes the connection in the middle of its answer.</summary>
    CutOff,

    /// <summary>It answers 200 with a web page, as a proxy in its place would.</summary>
    Page,

    /// <summary>It answers 200 with JSON that is not what its contract promises.</summary>
    OtherJson,

    /// <summary>It answers 500.</summary>
    Failing,

    /// <summary>It refuses with 403, which no contract between the two foresees.</summary>
    Refusing,
}
