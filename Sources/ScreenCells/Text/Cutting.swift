/// The text, displayable, cut at its end to at most `width` columns; `…` stands for what was cut.
package func cutEnd(_ text: String, width: Int) -> String {
  let shown = displayable(text)
  guard displayWidth(shown) > width else { return shown }
  guard width > 0 else { return "" }
  return head(of: glyphs(of: shown), columns: width - 1) + "…"
}

/// The text, displayable, cut in the middle to at most `width` columns, for names whose beginnings
/// are alike; `…` stands for what was cut.
package func cutMiddle(_ text: String, width: Int) -> String {
  let shown = displayable(text)
  guard displayWidth(shown) > width else { return shown }
  guard width > 0 else { return "" }
  let all = glyphs(of: shown)
  let start = head(of: all, columns: width / 2)
  let room = width - 1 - displayWidth(start)
  return start + "…" + tail(of: all, columns: room)
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
