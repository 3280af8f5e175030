namespace IntegrationSuite.TestKit.Session;

/// <summary>An assembly <c>TestKit.*</c> has a part in test sessions: each test process that it belongs to has it, without a word in the tests.</summary>
/// <param name="part">An <see cref="ISessionPart"/> with a constructor that takes nothing.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SessionPartAttribute(Type part) : Attribute
{
    /// <summary>The part.</summary>
    public Type Part => part;
}
