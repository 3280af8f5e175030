namespace Pipeline.Contracts.Foreign;

/// <summary>What a service that answers by its document does wrong.</summary>
public enum StubFault
{
    None,

    /// <summary>Bodies that break their schema.</summary>
    AnswersOtherBodies,

    /// <summary>A media type that is not documented.</summary>
    AnswersOtherTypes,

    /// <summary>Inputs that break their schema.</summary>
    TakesAnything,

    /// <summary>400 to whatever is asked.</summary>
    RefusesAll,
}
