/// The text, displayable, cut at its end to at most `width` columns; `…` stands for what was cut.
package func cutEnd(_ text: String, width: Int) -> String {
  if isPrintableASCII(text) { return cut(text, width: width, end: 0) }
  let shown = displayable(text)
  guard displayWidth(shown) > width else { return shown }
  guard width > 0 else { return "" }
  return head(of: glyphs(of: shown), columns: width - 1) + "…"
}

/// The text, displayable, cut in the middle to at most `width` columns, for names whose beginnings
/// are alike; `…` stands for what was cut.
package func cutMiddle(_ text: String, width: Int) -> String {
  if isPrintableASCII(text) { return cut(text, width: width, end: width - 1 - width / 2) }
  let shown = displayable(text)
  guard displayWidth(shown) > width else { return shown }
  guard width > 0 else { return "" }
  let all = glyphs(of: shown)
  let start = head(of: all, columns: width / 2)
  let room = width - 1 - displayWidth(start)
  return start + "…" + tail(of: all, columns: room)
}

/// A text in which each byte is a column, cut so that `end` columns stand after the `…`.
private func cut(_ text: String, width: Int, end: Int) -> String {
  guard text.utf8.count > width else { return text }
  guard width > 0 else { return "" }
  return String(Substring(text.utf8.prefix(width - 1 - end))) + "…"
    + String(Substring(text.utf8.suffix(end)))
}

private typealias Piece = (glyph: Glyph, columns: Int)

private func head(of glyphs: some Collection<Piece>, columns: Int) -> String {
  fitting(glyphs, columns: columns).joined()
}

private func tail(of glyphs: [Piece], columns: Int) -> String {
  fitting(glyphs.reversed(), columns: columns).reversed().joined()
}

/// The first glyphs that fit.
private func fitting(_ glyphs: some Collection<Piece>, columns: Int) -> [String] {
  var room = columns
  return glyphs.prefix { glyph in
    room -= glyph.columns
    return room >= 0
  }.map(\.glyph.text)
}
