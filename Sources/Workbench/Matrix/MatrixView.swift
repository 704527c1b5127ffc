import ScreenCells
import Synthesis

extension State {
  func drawMatrix(on frame: inout Frame, _ rect: Rect) {}

  /// What the strip says of the cell under the cursor.
  var matrixStrip: (title: String, parts: [String]) { ("", []) }
}
