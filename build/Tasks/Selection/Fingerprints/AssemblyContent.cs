using System.Buffers;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationSuite.Tasks.Selection.Fingerprints;

/// <summary>
/// What an assembly that was built here does, and not where it was built nor of which commit: its module id, its time stamps, the paths of its
/// symbols, on whose length its layout depends, and its informational version (which has the commit, by the SDK's default) are left out;
/// the checksums of its sources, which its symbols have, are in.
/// </summary>
internal sealed class AssemblyContent
{
    private const string Version = "AssemblyInformationalVersionAttribute";
    private const int RvaSize = sizeof(int);
    private const int PathHash = 64;

    private static readonly byte[] s_local = ">F"u8.ToArray();
    private static readonly SearchValues<byte> s_digits = SearchValues.Create("0123456789ABCDEF"u8);

    private readonly IncrementalHash _hash;
    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    private AssemblyContent(IncrementalHash hash, PEReader file) => (_hash, _file, _reader) = (hash, file, file.GetMetadataReader());

    /// <summary>Adds it to a hash.</summary>
    /// <returns>Whether the file is one and has its symbols, beside it or within; nothing was added when it is not.</returns>
    public static bool TryAppend(IncrementalHash hash, string file)
    {
        using var stream = File.OpenRead(file);
        using var pe = new PEReader(stream);
        if (!IsAssembly(pe) || !pe.TryOpenAssociatedPortablePdb(file, OpenIfThere, out var symbols, out _))
        {
            return false;
        }

        using (symbols)
        {
            var content = new AssemblyContent(hash, pe);
            content.AppendMetadata();
            content.AppendCode();
            content.AppendData();
            content.AppendSources(symbols!.GetMetadataReader());
        }

        return true;
    }

    private static FileStream? OpenIfThere(string path) => File.Exists(path) ? File.OpenRead(path) : null;

    private static bool IsAssembly(PEReader pe)
    {
        try
        {
            return pe.HasMetadata && pe.GetMetadataReader().IsAssembly;
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException)
        {
            return false; // a native library
        }
    }

    private void AppendMetadata()
    {
        var bytes = _file.GetMetadata().GetContent().ToArray();
        Array.Clear(bytes, _reader.GetHeapMetadataOffset(HeapIndex.Guid), _reader.GetHeapSize(HeapIndex.Guid));
        ClearPathHashes(bytes.AsSpan(_reader.GetHeapMetadataOffset(HeapIndex.String), _reader.GetHeapSize(HeapIndex.String)));
        ClearPlaces(bytes, TableIndex.MethodDef);
        ClearPlaces(bytes, TableIndex.FieldRva);
        foreach (var attribute in _reader.GetAssemblyDefinition().GetCustomAttributes().Select(_reader.GetCustomAttribute))
        {
            if (NameOf(attribute) == Version)
            {
                var start = _reader.GetHeapMetadataOffset(HeapIndex.Blob) + MetadataTokens.GetHeapOffset(attribute.Value);
                Array.Clear(bytes, start, _reader.GetBlobReader(attribute.Value).Length);
            }
        }

        _hash.AppendData(bytes);
        _hash.AppendData(Encoding.UTF8.GetBytes($"{_file.PEHeaders.CoffHeader.Machine} {_file.PEHeaders.CorHeader!.Flags}"));
    }

    // The compiler names a type that is local to its file by a hash of that file's path: <File>F + 64 hexadecimal digits + __Type.
    private static void ClearPathHashes(Span<byte> names)
    {
        for (var at = names.IndexOf(s_local); at >= 0; at = names.IndexOf(s_local))
        {
            names = names[(at + s_local.Length)..];
            if (names.Length > PathHash && names[PathHash] == '_' && !names[..PathHash].ContainsAnyExcept(s_digits))
            {
                names[..PathHash].Clear();
            }
        }
    }

    // Where code and data lie in the file, the first column of these tables.
    private void ClearPlaces(byte[] bytes, TableIndex table)
    {
        for (var row = 0; row < _reader.GetTableRowCount(table); row++)
        {
            Array.Clear(bytes, _reader.GetTableMetadataOffset(table) + row * _reader.GetTableRowSize(table), RvaSize);
        }
    }

    private void AppendCode()
    {
        foreach (var place in _reader.MethodDefinitions.Select(method => _reader.GetMethodDefinition(method).RelativeVirtualAddress))
        {
            if (place != 0)
            {
                var body = _file.GetMethodBody(place);
                _hash.AppendData(_file.GetSectionData(place).GetContent(0, body.Size).AsSpan());
            }
        }
    }

    private void AppendData()
    {
        foreach (var field in _reader.FieldDefinitions.Select(_reader.GetFieldDefinition))
        {
            if (field.GetRelativeVirtualAddress() is not 0 and var place)
            {
                _hash.AppendData(_file.GetSectionData(place).GetContent(0, SizeOf(field)).AsSpan());
            }
        }

        var resources = _file.PEHeaders.CorHeader!.ResourcesDirectory;
        if (resources.Size > 0)
        {
            _hash.AppendData(_file.GetSectionData(resources.RelativeVirtualAddress).GetContent(0, resources.Size).AsSpan());
        }
    }

    // ECMA-335 II.23.2.4: a field's signature is FIELD and its type.
    private int SizeOf(FieldDefinition field)
    {
        var signature = _reader.GetBlobReader(field.Signature);
        signature.ReadSignatureHeader();
        return signature.ReadSignatureTypeCode() switch
        {
            SignatureTypeCode.Boolean or SignatureTypeCode.SByte or SignatureTypeCode.Byte => 1,
            SignatureTypeCode.Int16 or SignatureTypeCode.UInt16 or SignatureTypeCode.Char => 2,
            SignatureTypeCode.Int32 or SignatureTypeCode.UInt32 or SignatureTypeCode.Single => 4,
            SignatureTypeCode.Int64 or SignatureTypeCode.UInt64 or SignatureTypeCode.Double => 8,
            SignatureTypeCode.TypeHandle when signature.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } type => _reader
                .GetTypeDefinition((TypeDefinitionHandle)type)
                .GetLayout()
                .Size,
            _ => 0,
        };
    }

    private string? NameOf(CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && _reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
            ? _reader.GetString(_reader.GetTypeReference((TypeReferenceHandle)type).Name)
            : null;

    // A line that was broken in two changes no code, and yet how many lines are covered.
    private void AppendSources(MetadataReader symbols)
    {
        foreach (var source in symbols.Documents.Select(symbols.GetDocument))
        {
            var path = symbols.GetString(source.Name).Split('/', '\\');
            if (!path.Contains("obj")) // generated ones have the commit, and are not counted
            {
                _hash.AppendData(Encoding.UTF8.GetBytes(path[^1]));
                _hash.AppendData(symbols.GetBlobBytes(source.Hash));
            }
        }
    }
}
