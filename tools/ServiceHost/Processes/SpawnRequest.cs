using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ServiceHost.Processes;

/// <summary>One call of posix_spawn(3): a child in its own session, with default signals and nothing of ours but a log file and, if wished, a stdin.</summary>
internal sealed unsafe class SpawnRequest : IDisposable
{
    private readonly List<nint> _strings = [];
    private readonly byte* _attributes = (byte*)NativeMemory.AllocZeroed(Posix.OpaqueSize);
    private readonly byte* _actions = (byte*)NativeMemory.AllocZeroed(Posix.OpaqueSize);

    public SpawnRequest()
    {
        _ = Posix.AttributesInit(_attributes);
        _ = Posix.ActionsInit(_actions);
        var signals = stackalloc byte[Posix.OpaqueSize];
        _ = Posix.SignalsAll(signals);
        _ = Posix.AttributesSetSignalDefaults(_attributes, signals);
        _ = Posix.SignalsNone(signals);
        _ = Posix.AttributesSetSignalMask(_attributes, signals);
        _ = Posix.AttributesSetFlags(_attributes, (short)(Posix.SpawnSetSession | Posix.SpawnSetSignalDefaults | Posix.SpawnSetSignalMask));
    }

    /// <summary>Runs the program.</summary>
    /// <param name="path">The program's absolute path.</param>
    /// <param name="spec">The rest.</param>
    /// <param name="standardInput">A descriptor to read from; without it stdin is empty.</param>
    /// <returns>The child's id.</returns>
    /// <exception cref="LaunchException">The kernel refused.</exception>
    public int Run(string path, ProcessSpec spec, int? standardInput)
    {
        _ = standardInput is { } descriptor
            ? Posix.ActionsDuplicate(_actions, descriptor, 0)
            : Posix.ActionsOpen(_actions, 0, Text("/dev/null"), 0, 0);
        _ = Posix.ActionsOpen(_actions, 1, Text(spec.LogFile), Posix.OpenAppend, Posix.OwnerOnly);
        _ = Posix.ActionsDuplicate(_actions, 1, 2);
        _ = Posix.ActionsChangeDirectory(_actions, Text(spec.WorkingDirectory));
        var arguments = Vector([path, .. spec.Arguments]);
        var environment = Vector(spec.Environment.Select(variable => $"{variable.Key}={variable.Value}"));
        var error = Posix.Spawn(out var pid, Text(path), _actions, _attributes, arguments, environment);
        return error == 0 ? pid : throw new LaunchException($"'{path}' can't be started in '{spec.WorkingDirectory}': {new Win32Exception(error).Message}.");
    }

    public void Dispose()
    {
        _ = Posix.AttributesDestroy(_attributes);
        _ = Posix.ActionsDestroy(_actions);
        NativeMemory.Free(_attributes);
        NativeMemory.Free(_actions);
        _strings.ForEach(Marshal.FreeCoTaskMem);
    }

    private byte* Text(string text)
    {
        var pointer = Marshal.StringToCoTaskMemUTF8(text);
        _strings.Add(pointer);
        return (byte*)pointer;
    }

    private byte** Vector(IEnumerable<string> texts)
    {
        var pointers = texts.Select(text => (nint)Text(text)).Append(0).ToArray();
        var vector = (nint*)Marshal.AllocCoTaskMem(pointers.Length * sizeof(nint));
        _strings.Add((nint)vector);
        pointers.CopyTo(new Span<nint>(vector, pointers.Length));
        return (byte**)vector;
    }
}
