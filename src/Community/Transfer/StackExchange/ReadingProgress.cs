namespace Community.Transfer.StackExchange;

/// <summary>Counts rows and bytes over all files and tells them every so many rows.</summary>
sealed class ReadingProgress(IProgress<ImportProgress>? listener, long bytesTotal)
{
    const int RowsBetween = 100;

    string table = "";
    long rows;
    long bytesBefore;

    public void Tell(string current, long bytesInFile)
    {
        if (current != table) (table, rows) = (current, 0);
        if (++rows % RowsBetween == 0 || rows == 1) listener?.Report(new ImportProgress(table, rows, bytesBefore + bytesInFile, bytesTotal));
    }

    public void End(long bytesOfFile)
    {
        bytesBefore += bytesOfFile;
        listener?.Report(new ImportProgress(table, rows, bytesBefore, bytesTotal));
    }
}
