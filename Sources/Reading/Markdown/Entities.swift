/// The HTML entities that study texts hold.
enum Entities {
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–",
    "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "laquo": "«", "raquo": "»", "copy": "©", "reg": "®", "deg": "°", "plusmn": "±", "times": "×",
    "middot": "·", "bull": "•", "eacute": "é", "egrave": "è", "agrave": "à", "aacute": "á",
    "uuml": "ü", "ouml": "ö", "auml": "ä", "ccedil": "ç", "ntilde": "ñ", "oslash": "ø",
    "szlig": "ß", "thinsp": "\u{2009}", "pound": "£", "euro": "€",
  ]

  /// The text of the entity at `index` and the index after it, or `nil`.
  static func read(_ source: [UInt8], at index: Int) -> (text: [UInt8], end: Int)? {
    let reach = source[index + 1..<min(source.count, index + 12)]
    guard let end = reach.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = source.string(index + 1..<end)
    guard let text = named[name] ?? numbered(name) else { return nil }
    return (Array(text.utf8), end + 1)
  }

  /// The character of `#8217` or `#x2019`; never a control.
  private static func numbered(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.dropFirst().lowercased().hasPrefix("x")
    let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
    guard let value, value >= 0x20, !(0x7F...0x9F).contains(value) else { return nil }
    return Unicode.Scalar(value).map { String(Character($0)) }
  }
}
