namespace ServiceDefaults.Dependencies;

/// <summary>Answers that a dependency's contract leaves no room for.</summary>
public static class ReplyExtensions
{
    /// <summary>The body of an answer that must be a success.</summary>
    /// <exception cref="DependencyException">It is none: the service refused what it must take.</exception>
    public static T Expected<T>(this DependencyReply<T> reply, string dependency) where T : class =>
        reply.Value ?? throw new DependencyException(dependency, $"refused a request it must take, with status {(int)reply.Status}");
}
