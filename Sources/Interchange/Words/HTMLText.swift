import Mustache

/// Escapes what templates put into HTML, scalar by scalar.
///
/// The library's own escaping goes by grapheme: a `"` or `<` followed by a combining mark is another
/// character to it and passes unescaped.
struct HTMLText: MustacheContentType {
  /// The name by which a template asks for this escaping, in its first tag.
  static let name = "LINEWISE-HTML"

  /// Makes the escaping known to the library; must come before a template is parsed.
  static func register() { MustacheContentTypes.register(HTMLText(), named: name) }

  func escapeText(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
