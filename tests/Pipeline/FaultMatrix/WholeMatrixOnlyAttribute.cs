namespace Pipeline.FaultMatrix;

/// <summary>Takes minutes: an ordinary run leaves it out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WholeMatrixOnlyAttribute : ConditionBaseAttribute
{
    public WholeMatrixOnlyAttribute()
        : base(ConditionMode.Include) => IgnoreMessage = "Takes minutes; dotnet build -t:FaultMatrix runs it.";

    public override string GroupName => nameof(WholeMatrixOnlyAttribute);

    public override bool IsConditionMet => Seed.All;
}
