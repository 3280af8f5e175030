using Pipeline.Systems;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>What happens in a cell, and how the run must end because of it. It keeps nothing: cells share it, and run at the same time.</summary>
internal abstract class Deed
{
    /// <summary>Whether it takes a database server to happen.</summary>
    public virtual bool WantsDatabase => false;

    /// <summary>Whether it takes root to do it.</summary>
    public virtual bool NeedsRoot => false;

    /// <summary>Whether it takes a container engine.</summary>
    public virtual bool NeedsEngine => false;

    /// <summary>Whether nobody is left who could end what runs, but the next start.</summary>
    public virtual bool LeavesUntilNextStart => false;

    /// <summary>Whether it ends the starter by SIGTERM.</summary>
    public virtual bool TerminatesStarter => false;

    /// <summary>Whether the tests end because of it, and need not be told to.</summary>
    /// <param name="onDeath">Whether the death of a service or the database server ends tests.</param>
    public virtual bool EndsTests(bool onDeath) => false;

    /// <summary>The cells of this deed.</summary>
    public IEnumerable<Cell> At(params IEnumerable<Moment> moments) => moments.Select(moment => new Cell(this, moment));

    /// <summary>Makes the slow service such that it can happen.</summary>
    public virtual TestService Shape(TestService slow) => slow;

    /// <summary>Called before the run is started.</summary>
    public virtual Task PrepareAsync(Trial trial) => Task.CompletedTask;

    /// <summary>Does it.</summary>
    public abstract Task DoAsync(Trial trial);

    /// <summary>How the run must end.</summary>
    public abstract Ending Expect(Moment moment);

    /// <summary>Fails the test unless all else is as it must be once the run has ended.</summary>
    public virtual Task CheckAsync(Trial trial) => Task.CompletedTask;

    /// <summary>What a person does before he runs again. Nothing, as a rule: the next run passes unaided.</summary>
    public virtual Task MendAsync(Trial trial) => Task.CompletedTask;

    /// <summary>The deed in words, to follow "after".</summary>
    public abstract override string ToString();
}
