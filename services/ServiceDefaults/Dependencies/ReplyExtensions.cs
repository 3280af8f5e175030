using ServiceDefaults.Http;

namespace ServiceDefaults.Dependencies;

/// <summary>Answers that a dependency's contract leaves no room for.</summary>
public static class ReplyExtensions
{
    /// <summary>The body of an answer that must be a success.</summary>
    /// <exception cref="DependencyException">It is none: the service refused what it must take.</exception>
    public static T Expected<T>(this DependencyReply<T> reply, string dependency)
        where T : class =>
        reply.Value ?? throw new DependencyException(dependency, $"refused a request it must take, with status {(int)reply.Status}");

    /// <summary>The body of an answer that may be "not found", then null.</summary>
    /// <exception cref="DependencyException">It is no success and no 404: that the service refuses does not say that the thing is not there.</exception>
    public static T? Optional<T>(this DependencyReply<T> reply, string dependency)
        where T : class => reply.IsNotFound ? null : reply.Expected(dependency);
}
