namespace Community.Search.Asked;

/// <summary>Of what sort somebody who searched is; who it was is not kept.</summary>
public enum Asker { Visitor, Guest, Staff }
