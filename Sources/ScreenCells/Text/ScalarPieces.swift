/// A text of which pieces are wanted by offsets of Unicode scalars.
///
/// A piece is copied as it lies in the text, not put together scalar by scalar.
package struct ScalarPieces {
  private let text: String
  /// Where each scalar stands, and the end; empty where each is one byte.
  private let places: [String.Index]

  /// - Complexity: O(*n*).
  package init(_ text: String) {
    self.text = text
    let scalars = text.unicodeScalars
    places = isPrintableASCII(text) ? [] : scalars.indices + [scalars.endIndex]
  }

  /// The scalars at some offsets, half-open, which must be of the text.
  package subscript(range: Range<Int>) -> String {
    String(text.unicodeScalars[place(range.lowerBound)..<place(range.upperBound)])
  }

  private func place(_ offset: Int) -> String.Index {
    places.isEmpty ? text.utf8.index(text.utf8.startIndex, offsetBy: offset) : places[offset]
  }
}
