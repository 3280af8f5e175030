using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>Keeps ports for one run among all runs of this user, from before its services listen until after its end, by locked files that the kernel unlocks with the process.</summary>
internal sealed class PortReservation : IDisposable
{
    // Below every system's ephemeral range, so that no outgoing connection takes a port between choice and use.
    private const int FirstDynamic = 20000;
    private const int LastDynamic = 31999;

    private const string NoteEnding = ".note";
    private const string SomeRun = "another run of servicehost";

    private readonly List<FileStream> _locks = [];
    private readonly string _note;

    /// <summary>For a run.</summary>
    /// <param name="note">Says who holds the port, for the run that meets it.</param>
    public PortReservation(string note) => _note = note;

    /// <summary>The note of the run that has a port reserved.</summary>
    /// <returns>Null when none has.</returns>
    public static string? HolderOf(int port) => RunLockFile.IsHeld(PathOf(port)) ? ReadNote(PathOf(port)) : null;

    /// <summary>Reserves a port.</summary>
    /// <returns>Null when it is reserved now, else the note of the run that has it.</returns>
    public string? TryReserve(int port)
    {
        var path = PathOf(port);
        try
        {
            _locks.Add(new FileStream(path, PrivateFolder.File0600(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)));
            WriteNote(path);
            return null;
        }
        catch (IOException e) when (RunLockFile.IsLocked(e))
        {
            return ReadNote(path);
        }
    }

    /// <summary>Reserves a port that nobody uses.</summary>
    /// <exception cref="SuiteException">There is none.</exception>
    public int ReserveAny()
    {
        var start = Random.Shared.Next(FirstDynamic, LastDynamic + 1);
        var ports = Enumerable.Range(start, LastDynamic - start + 1).Concat(Enumerable.Range(FirstDynamic, start - FirstDynamic));
        foreach (var port in ports)
        {
            if (PortProbe.IsFree(port) && TryReserve(port) is null)
            {
                return port;
            }
        }
        throw new SuiteException(new SuiteError(ErrorCodes.NoFreePort, $"No port from {FirstDynamic} to {LastDynamic} is free."));
    }

    /// <summary>Gives all back. The files stay: removing one that another process just opened would let two hold it.</summary>
    public void Dispose() => _locks.ForEach(file => file.Dispose());

    private static string PathOf(int port) => Path.Combine(PrivatePaths.Runtime, $"port-{port}");

    // Beside the locked file, which nobody else can open.
    private void WriteNote(string path)
    {
        using var writer = new StreamWriter(
            new FileStream(path + NoteEnding, PrivateFolder.File0600(FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
        );
        writer.Write(_note);
    }

    private static string ReadNote(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path + NoteEnding, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd() is { Length: > 0 } note ? note : SomeRun;
        }
        catch (IOException)
        {
            return SomeRun; // it has only just reserved the port
        }
    }
}
