/// The matrix: themes or codes by studies.
package struct MatrixDesk: Sendable {
  /// The row of the cursor.
  package var row = 0

  /// Makes a desk at its first row.
  package init() {}
}
