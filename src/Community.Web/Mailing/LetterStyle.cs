namespace Community.Web.Mailing;

/// <summary>What mail readers take from a sheet. All else stands at the elements, because many of them read no sheet.</summary>
static class LetterStyle
{
    public const string Css = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        a { text-underline-offset: .18em; }
        .said p { margin: 0 0 12px 0; } .said img { max-width: 100%; height: auto; } .said pre { overflow: auto; } .said table { border-collapse: collapse; } .said td, .said th { padding: 4px 10px 4px 0; text-align: left; } .said blockquote { margin: 0 0 12px 0; padding: 0 0 0 14px; border-left: 3px solid #dcd6c8; } .said a { color: #115b3e; }
        @media (max-width: 480px) { .letter { padding-left: 16px !important; padding-right: 16px !important; } .h1 { font-size: 26px !important; } }
        @media (prefers-color-scheme: dark) {
          .paper { background: #161b1f !important; } .ink, .ink a, .said { color: #e8e3d8 !important; } .soft, .soft a { color: #bdb8ab !important; } .faint, .faint a { color: #a09b8f !important; }
          .soft .link, .link, .said a { color: #8bcfad !important; } .rule, .said blockquote { border-color: #333b41 !important; } .strong-rule { border-color: #e8e3d8 !important; }
          .fill { background: #8bcfad !important; border-color: #8bcfad !important; color: #10161a !important; }
        }
        """;
}
