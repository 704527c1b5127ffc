/// The text as a terminal may be sent it: nothing in it moves the cursor, changes the terminal,
/// turns the direction of writing or hides.
///
/// Everything that comes from outside goes through here before it is drawn or printed. The stored
/// text stays as it is.
///
/// - Controls become their pictures (`␛`), those without one their number (`‹9B›`).
/// - A line feed or a line separator becomes a space, a tab four spaces.
/// - A character that would not be seen becomes `¬`: zero-width characters, bidirectional controls,
///   tags, soft hyphens, fillers, variation selectors. Two names that differ look different.
/// - A character that terminals do not know becomes `�`.
/// - Inside an emoji, joiners and variation selectors are left out, so that its parts are shown.
/// - A character keeps at most three accents; accents without a character stand on `◌`.
///
/// Giving a displayable text gives the same text.
/// - Complexity: O(*n*); plain ASCII is given back as it is.
package func displayable(_ text: String) -> String {
  if isPrintableASCII(text) { return text }
  var pen = Pen()
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    pen.draw(scalar).write(scalar, to: &shown)
  }
  return String(shown)
}

/// The columns that ``displayable(_:)`` of the text takes.
package func displayWidth(_ text: String) -> Int {
  if isPrintableASCII(text) { return text.utf8.count }
  var pen = Pen()
  return text.unicodeScalars.reduce(0) { $0 + pen.draw($1).columns }
}

/// Whether each byte of the text is a character of one column that needs no look at.
func isPrintableASCII(_ text: String) -> Bool {
  // All bytes at once where they lie together: every text on every frame is asked.
  text.utf8.withContiguousStorageIfAvailable { bytes in
    bytes.reduce(0) { $0 | ($1 &- 0x20 < 0x5F ? 0 : 1) as UInt8 } == 0
  } ?? text.utf8.allSatisfy { $0 &- 0x20 < 0x5F }
}
