/// Texts that attack a spreadsheet, a browser, a Markdown renderer or a terminal.
let hostileTexts = [
  "=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\0=1", ";=1", "＝1+1",
  "＋1", "－1", "＠SUM(1)", "'=1", "''=1", "'", "'tis", #"a""b"#, "line one\nline two", "one\r\ntwo",
  " edges ", "", "<script>alert(1)</script>", #""><svg onload=x>"#, #"' onmouseover='x"#,
  "\"\u{301} onload=x", "<\u{301}b>", "javascript:alert(1)", "</title></style>", "]]>", "-->",
  "a | b", "`code`", "*star* _low_", "[x](javascript:alert(1))", "<https://example.org>",
  "https://example.org www.example.org", "# heading", "- item", "+ item", "1. item", "1) item",
  "a. item", "(1) item", "---", "===", "    indented", "> quoted", "&lt;", "\\", "{#id}", "$x$",
  "~~no~~ H~2~O x^2^", "@smith2019", "![i](x)", ": term", "% title", "user\u{202e}txt.exe",
  "\u{2069}\u{2067}out", "שלום", "👩🏽‍⚕️ caring", "e\u{301}", "\u{1b}[31mred", "\u{9b}31m",
  "\u{2028}split", "\u{7f}", "\u{feff}mark",
]
