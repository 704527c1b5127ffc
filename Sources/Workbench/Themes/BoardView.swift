import ScreenCells
import Synthesis

extension State {
  func drawThemes(on frame: inout Frame, _ rect: Rect) {}

  /// What the strip says of what is under the cursor.
  var themesStrip: (title: String, parts: [String]) { ("", []) }
}
