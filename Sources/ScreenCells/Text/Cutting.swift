/// The text, displayable, cut at its end to at most `width` columns; `…` stands for what was cut.
///
/// - Complexity: O(*width*) for what is not plain ASCII: of a long text no more is looked at than is
///   shown.
package func cutEnd(_ text: String, width: Int) -> String {
  if isPrintableASCII(text) { return cut(text, width: width, end: 0) }
  let (shown, isWhole) = displayable(text, columns: max(0, width))
  guard !isWhole else { return shown }
  guard width > 0 else { return "" }
  return String(head(of: shown, columns: width - 1)) + "…"
}

/// The text, displayable, cut in the middle to at most `width` columns, for names whose beginnings
/// are alike; `…` stands for what was cut.
package func cutMiddle(_ text: String, width: Int) -> String {
  if isPrintableASCII(text) { return cut(text, width: width, end: width - 1 - width / 2) }
  let shown = displayable(text)
  guard displayWidth(shown) > width else { return shown }
  guard width > 0 else { return "" }
  let start = String(head(of: shown, columns: width / 2))
  return start + "…" + tail(of: shown, columns: width - 1 - displayWidth(start))
}

/// A text in which each byte is a column, cut so that `end` columns stand after the `…`.
private func cut(_ text: String, width: Int, end: Int) -> String {
  guard text.utf8.count > width else { return text }
  guard width > 0 else { return "" }
  return String(Substring(text.utf8.prefix(width - 1 - end))) + "…"
    + String(Substring(text.utf8.suffix(end)))
}

/// The displayable text as far as it takes no more than some columns, or whatever is the first thing
/// that does; and whether that is all.
private func displayable(_ text: String, columns: Int) -> (text: String, isWhole: Bool) {
  var pen = Pen()
  var room = columns
  var shown = ""
  let scalars = text.unicodeScalars
  // As far as each is drawn as itself, the text is taken as it lies.
  var start = text.startIndex
  for index in scalars.indices {
    let stroke = pen.draw(scalars[index])
    room -= stroke.columns
    let next = scalars.index(after: index)
    if !stroke.isItself {
      shown += text[start..<index]
      stroke.write(scalars[index], to: &shown.unicodeScalars)
      start = next
    }
    guard room >= 0 else { return (shown + text[start..<next], false) }
  }
  return (shown + text[start...], true)
}

/// The first characters of a displayable text that fit, with their accents.
private func head(of shown: String, columns: Int) -> Substring {
  var pen = Pen()
  var room = columns
  let scalars = shown.unicodeScalars
  let end = scalars.indices.first { index in
    room -= pen.draw(scalars[index]).columns
    return room < 0
  }
  return shown[..<(end ?? shown.endIndex)]
}

/// The last characters of a displayable text that fit, with their accents.
private func tail(of shown: String, columns: Int) -> Substring {
  var room = columns
  var start = shown.endIndex
  let scalars = shown.unicodeScalars
  for index in scalars.indices.reversed() {
    // What is displayable takes its columns wherever it stands; an accent goes with what it is on.
    let own = ScalarClass(scalars[index]).columns
    room -= own
    guard room >= 0 else { break }
    if own > 0 { start = index }
  }
  return shown[start...]
}
