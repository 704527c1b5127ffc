/// The text for a terminal that shows ASCII alone: each character becomes one of the same width,
/// our own marks and rules signs that are like them, accented letters their letters, the rest `?`.
package func asciiFallback(_ text: String) -> String {
  if isPrintableASCII(text) { return text }
  var plain = ""
  forEachGlyph(of: text) { glyph, columns in
    let sign = Unicode.Scalar(glyph.base).map(asciiSign) ?? "?"
    plain += columns == 2 ? sign + (sign == "?" ? "?" : " ") : sign
    return true
  }
  return plain
}

private func asciiSign(_ scalar: Unicode.Scalar) -> String {
  if scalar.isASCII { return String(scalar) }
  return signs[scalar] ?? baseLetter(of: scalar) ?? "?"
}

/// The letter of an accented Latin letter, read off its Unicode name.
private func baseLetter(of scalar: Unicode.Scalar) -> String? {
  guard let name = scalar.properties.name else { return nil }
  let words = name.split(separator: " ")
  guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else {
    return nil
  }
  return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
}

private let signs: [Unicode.Scalar: String] = [
  "▌": ">", "▐": "|", "█": "#", "▪": "*", "▫": "+", "◆": "#", "◇": "<", "○": "o", "●": "@",
  "◌": "o", "☐": "_", "☑": "x", "✓": "x", "✎": "m", "☰": "=", "☆": "*", "★": "*", "†": "+",
  "‡": "#",
  "–": "-", "—": "-", "‐": "-", "‑": "-", "·": "-", "…": "~", "¬": "!", "\u{FFFD}": "?",
  "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "‚": "'", "❝": "\"", "❞": "\"",
  "‹": "<", "›": ">", "«": "<", "»": ">", "▸": ">", "▾": "v", "◂": "<", "▴": "^",
  "←": "<", "→": ">", "↑": "^", "↓": "v", "⏎": "<", "↵": "<", "⌫": "<", "×": "x",
  "│": "|", "┃": "|", "─": "-", "━": "=", "═": "=", "║": "|", "┄": "-", "┆": "|",
  "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
  "╭": "+", "╮": "+", "╰": "+", "╯": "+", "╴": "-", "╶": "-", "╵": "|", "╷": "|",
  "▁": "_", "▂": "_", "▃": ".", "▄": "-", "▅": "-", "▆": "=", "▇": "#", "▏": "|", "▎": "|",
  "░": ".", "▒": ":", "▓": "#", "¹": "1", "²": "2", "³": "3", "⁰": "0", "⁴": "4", "⁵": "5",
  "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "≤": "<", "≥": ">", "−": "-", "\u{A0}": " ",
  "ß": "s", "ı": "i", "æ": "a", "œ": "o", "Æ": "A", "Œ": "O",
]
