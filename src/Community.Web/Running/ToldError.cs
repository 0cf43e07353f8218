using System.Data.Common;
using System.Net.Sockets;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Community.Web.Running;

/// <summary>
/// What the log tells of an exception: types, places in the code, and the message of such kinds as speak of the machine. Any other message may quote what
/// somebody typed: a parser names the text, a mail server the address.
/// </summary>
public static class ToldError
{
    public static string Of(Exception error)
    {
        var told = new List<string>();
        for (var one = error; one is not null; one = one.InnerException) told.Add($"{one.GetType().FullName}{MessageOf(one)}{(one.StackTrace is { } stack ? Environment.NewLine + stack : "")}");
        return string.Join(Environment.NewLine + "caused by ", told);
    }

    static string MessageOf(Exception error) => error switch
    {
        PostgresException refused => $": {refused.SqlState} {refused.TableName} {refused.ConstraintName}".TrimEnd(),
        BadHttpRequestException => "",
        DataFolderException or StoreBusyException or SettingException or DbUpdateException => ": " + error.Message,
        DbException or IOException or SocketException or UnauthorizedAccessException or TimeoutException or ObjectDisposedException or NullReferenceException or OutOfMemoryException => ": " + error.Message,
        _ => "",
    };
}
