using Community.Files;

namespace Community.Web.Frame;

/// <summary>On an action that files may come to: how long its body may be.</summary>
public interface ITakesFiles
{
    /// <param name="request">Its content type has been read, its body not.</param>
    long MaxBodyBytes(HttpRequest request, UploadLimits limits);
}

/// <summary>A form with a field for files: as long as forms are, and one file of the largest size.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FileFormAttribute : Attribute, ITakesFiles
{
    public long MaxBodyBytes(HttpRequest request, UploadLimits limits) => BodyLimit.MaxBytes + (IsWithFiles(request) ? limits.MaxBytes : 0);

    public static bool IsWithFiles(HttpRequest request) => request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>The body is the file itself. The action reads it as a stream and ends it at the limit.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FileBodyAttribute : Attribute, ITakesFiles
{
    public long MaxBodyBytes(HttpRequest request, UploadLimits limits) => request.HasFormContentType ? BodyLimit.MaxBytes : long.MaxValue;
}
