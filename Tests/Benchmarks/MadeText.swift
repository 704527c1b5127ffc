import Synthesis

/// A frozen text of one heading and paragraphs of five sentences, each a line.
struct MadeText {
  let bytes: [UInt8]
  /// How many scalars it has.
  let length: Int
  let lines: [Passage]
  let paragraphs: [Int]

  /// The lines that can be coded: all but the heading.
  var codable: ArraySlice<Passage> { lines.dropFirst() }

  init(lines count: Int, _ nonsense: inout Nonsense) {
    var text = "Findings"
    var lines = [Passage(start: 0, end: text.utf8.count)]
    var paragraphs = [0]
    // All is ASCII, so that a byte is a scalar.
    for line in 0..<count {
      if line % 5 == 0 { paragraphs.append(line + 1) }
      text += line % 5 == 0 ? "\n\n" : " "
      let start = text.utf8.count
      text += nonsense.sentence()
      lines.append(Passage(start: start, end: text.utf8.count))
    }
    bytes = Array(text.utf8)
    length = bytes.count
    self.lines = lines
    self.paragraphs = paragraphs
  }
}
